package city.c3po.charter.template;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which office a person signs for the city. */
public enum SeatRole {
    EXECUTIVE_SPONSOR,
    /** One for each department of the charter. */
    DEPARTMENT_HEAD,
    CIO,
    /** The product-project manager. */
    PPM,
    PRODUCT_OWNER,
    FINANCE,
    SECURITY,
    IT_LIAISON,
    /** Takes the PPM's part where the department runs the project itself. */
    PROJECT_LEAD;

    public boolean perDepartment() {
        return this == DEPARTMENT_HEAD;
    }

    /** As in paths: {@code executive-sponsor}, {@code department-head.DEP-PW}. */
    public String key(@Nullable String department) {
        var name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return department == null ? name : name + "." + department;
    }
}
