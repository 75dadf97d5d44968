package city.c3po.audit.control;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The controls that come with the service: one for each recommendation of 2019, in the order of that audit. */
public enum BuiltIn {
    POLICY("Technology policy adopted and acknowledged", "1.0000", Part.POLICY_ACKNOWLEDGED),
    STAKEHOLDERS("All levels of users and stakeholders", "1.0000", Part.STAKEHOLDERS_COVERED),
    APPROACH("Approach decided before procurement", "1.0000", Part.APPROACH_BEFORE_SOLICITATION),
    GOVERNANCE("Governance and staffing", "0.9500", Part.GOVERNANCE_AND_STAFFING),
    LIAISONS("IT liaisons and board prioritization", "0.9500", Part.LIAISON_CURRENT, Part.PROCUREMENT_RANKED),
    ENGAGEMENT(
            "Office engagement and consultants' performance",
            "0.9000",
            Part.MAJOR_ACCOMPANIED,
            Part.ENGAGEMENT_EVALUATED),
    KNOWLEDGE("Key documents and lessons", "0.9000", Part.DOCUMENTS_REGISTERED, Part.LESSONS_RECORDED),
    KEY_STAFF("Key vendor staff", "0.9500", Part.KEY_POSITION_FILLED),
    REPORTING("Regular reports and a public dashboard", "1.0000", Part.REPORT_ON_TIME, Part.DASHBOARD_FRESH),
    INVENTORY("Comprehensive and current inventory", "0.9000", Part.INVENTORY_QUALITY);

    private final String title;
    private final BigDecimal target;
    private final List<Part> parts;

    BuiltIn(String title, String target, Part... parts) {
        this.title = title;
        this.target = new BigDecimal(target);
        this.parts = List.of(parts);
    }

    static BuiltIn of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static BuiltIn of(Part part) {
        return Arrays.stream(values())
                .filter(one -> one.parts.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** Its id. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the recommendation that it measures, in the audit of 2019. */
    int recommendation() {
        return ordinal() + 1;
    }

    String title() {
        return title;
    }

    BigDecimal target() {
        return target;
    }

    List<Part> parts() {
        return parts;
    }
}
