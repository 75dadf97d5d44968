package city.c3po.platform.event;

/** Whose event it is: the aggregate's type and id, as its owner names them. */
public record InboxSubject(String type, String id) {}
