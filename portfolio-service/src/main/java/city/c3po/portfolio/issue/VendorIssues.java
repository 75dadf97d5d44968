package city.c3po.portfolio.issue;

/**
 * How many of a project's issues name a vendor.
 *
 * @param overdue open ones that should have been resolved by now
 */
public record VendorIssues(int all, int open, int overdue) {}
