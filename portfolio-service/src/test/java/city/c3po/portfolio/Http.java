package city.c3po.portfolio;

import city.c3po.testing.Tokens;

/** The people and systems of the local realm that the tests of this service speak as. */
public final class Http {
    public static final Tokens SUBMITTER = Tokens.as("submitter");
    public static final Tokens LIBRARIAN = Tokens.as("submitter-2");
    public static final Tokens PPM = Tokens.as("ppm");
    public static final Tokens PPM_2 = Tokens.as("ppm-2");
    public static final Tokens ADMIN = Tokens.as("policy-admin");
    public static final Tokens ADMIN_2 = Tokens.as("policy-admin-2");
    public static final Tokens FINANCE = Tokens.client("finance-system");
    public static final Tokens PROCUREMENT = Tokens.client("procurement-system");
    public static final Tokens AUDITOR = Tokens.as("auditor");
    public static final Tokens OPERATOR = Tokens.as("operator");
    public static final Tokens HEAD = Tokens.as("department-head");
    public static final Tokens SPONSOR = Tokens.as("sponsor");
    public static final Tokens CHAIR = Tokens.as("board-chair");
    public static final Tokens MEMBER_1 = Tokens.as("board-member-1");
    public static final Tokens MEMBER_2 = Tokens.as("board-member-2");
    public static final Tokens MEMBER_3 = Tokens.as("board-member-3");
    public static final Tokens MEMBER_4 = Tokens.as("board-member-4");
    public static final Tokens ASSESSOR_1 = Tokens.as("assessor-1");
    public static final Tokens ASSESSOR_2 = Tokens.as("assessor-2");
    public static final Tokens ASSESSOR_3 = Tokens.as("assessor-3");

    private Http() {}
}
