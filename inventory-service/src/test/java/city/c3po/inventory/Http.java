package city.c3po.inventory;

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
    public static final Tokens DISCOVERY = Tokens.client("discovery-system");
    public static final Tokens LIAISON = Tokens.as("it-liaison");
    public static final Tokens HEAD_OF_LIBRARY = Tokens.as("department-head-2");
    public static final Tokens AUDITOR = Tokens.as("auditor");

    private Http() {}
}
