package city.c3po.platform.rule;

/**
 * One thing wrong with one value.
 *
 * @param pointer RFC 6901 pointer into the body, or the parameter's name
 */
public record Fault(String pointer, String code, String detail) {}
