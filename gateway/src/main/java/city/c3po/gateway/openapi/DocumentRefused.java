package city.c3po.gateway.openapi;

/** A document, or a set of documents, that the gateway does not publish; the message is shown to operators. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DocumentRefused(String reason) {
        super(reason, null, false, false);
    }
}
