package city.c3po.platform.actor;

/** The realm roles, as constants because annotations need them. */
public final class Roles {
    public static final String SUBMITTER = "submitter";
    public static final String PORTFOLIO_MANAGER = "portfolio-manager";
    public static final String ASSESSOR = "assessor";
    public static final String BOARD_MEMBER = "board-member";
    public static final String SIGNATORY = "signatory";
    public static final String AUDITOR = "auditor";
    public static final String CLERK = "clerk";
    public static final String FEEDER = "feeder";
    public static final String READER = "reader";
    public static final String VENDOR = "vendor";
    public static final String POLICY_ADMIN = "policy-admin";
    public static final String OPERATOR = "operator";

    private Roles() {}
}
