package city.c3po.platform.web;

/** What a view record of an aggregate implements; its component {@code href} does it. */
public interface Representation {
    /** The record's own address: {@code /v1/initiatives/<id>}. */
    String href();
}
