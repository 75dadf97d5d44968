package city.c3po.audit.audit;

/** Who issues audits. */
public enum IssuerKind {
    CITY_AUDITOR,
    EXTERNAL,
    CIVIL_GRAND_JURY,
    INTERNAL
}
