package city.c3po.audit.control;

/** A question that is asked of subjects of one kind. */
public enum Part {
    POLICY_ACKNOWLEDGED("Departments that acknowledged the adopted technology policy"),
    STAKEHOLDERS_COVERED("Committed charters in force that hear, or excuse with a reason, every level of stakeholders"),
    APPROACH_BEFORE_SOLICITATION("Projects whose approach was decided before their first solicitation"),
    GOVERNANCE_AND_STAFFING(
            "Committed charters in force with complete governance and staffing, where their template asks"),
    LIAISON_CURRENT("Affected departments with exactly one IT liaison today, where the charter's template asks"),
    PROCUREMENT_RANKED("Projects that solicited and whose initiative the board had ranked"),
    MAJOR_ACCOMPANIED("Major initiatives under way with a PPM and, once they are projects, a held session"),
    ENGAGEMENT_EVALUATED("Active engagements with a final evaluation of the last 12 months, from their 12th month on"),
    DOCUMENTS_REGISTERED("Committed charters in force with all documents that their template demands"),
    LESSONS_RECORDED("Closed projects with a recorded lesson"),
    KEY_POSITION_FILLED("Key positions of running engagements with an approved active person"),
    REPORT_ON_TIME("Report cycles of the last 12 months that were published by the day of the meeting"),
    DASHBOARD_FRESH("The public dashboard shows data no older than its cadence and 15 days"),
    INVENTORY_QUALITY("The city's quality index of the inventory");

    private final String asks;

    Part(String asks) {
        this.asks = asks;
    }

    /** What is counted. */
    public String asks() {
        return asks;
    }
}
