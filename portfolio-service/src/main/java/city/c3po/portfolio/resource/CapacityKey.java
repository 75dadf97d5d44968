package city.c3po.portfolio.resource;

import java.time.YearMonth;

/** Whose time it is: a role of a department in one month; written {@code DEP-PW/developer/2026-09}. */
record CapacityKey(String department, String role, YearMonth month) {
    static final String ROLE = "[a-z][a-z0-9-]{0,39}";
    static final String MONTH = "2[0-9]{3}-(0[1-9]|1[0-2])";

    String id() {
        return department + "/" + role + "/" + month;
    }
}
