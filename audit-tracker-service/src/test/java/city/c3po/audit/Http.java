package city.c3po.audit;

import city.c3po.testing.Tokens;

/** The people of the local realm that the tests of this service speak as. */
public final class Http {
    public static final Tokens AUDITOR = Tokens.as("auditor");
    public static final Tokens AUDITOR_2 = Tokens.as("auditor-2");
    public static final Tokens CLERK = Tokens.as("clerk");
    public static final Tokens PPM = Tokens.as("ppm");
    public static final Tokens PPM_2 = Tokens.as("ppm-2");
    public static final Tokens SUBMITTER = Tokens.as("submitter");
    public static final Tokens LIBRARIAN = Tokens.as("submitter-2");
    public static final Tokens HEAD = Tokens.as("department-head");
    public static final Tokens BOARD = Tokens.as("board-chair");

    private Http() {}
}
