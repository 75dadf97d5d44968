package city.c3po.charter.template;

/** What a document in the register is. */
public enum DocumentKind {
    BUSINESS_CASE,
    REQUIREMENTS,
    PROJECT_PLAN,
    PRIVACY_ASSESSMENT,
    SECURITY_PLAN,
    ARCHITECTURE,
    SOLICITATION,
    CONTRACT,
    TRAINING_PLAN,
    OPERATIONS_MANUAL,
    MINUTES,
    ACCEPTANCE_EVIDENCE,
    OTHER
}
