package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a request is refused before any rule of the business is asked: what HTTP and our conventions want of it. */
public enum Refusal {
    BAD_REQUEST(400, "The request cannot be understood. Compare it with the documentation."),
    UNREADABLE_BODY(
            400, "The body cannot be read. Send one JSON value in UTF-8, with the media type of the operation."),
    MISSING_BODY(400, "The operation needs a body. Send the JSON object that the documentation describes."),
    WRONG_SHAPE(400, "A value has the wrong type. errors names it; the documentation shows its schema."),
    UNKNOWN_MEMBER(400, "The body has a member that the operation does not know. Leave it out, or correct its name."),
    UNKNOWN_PARAMETER(400, "The operation has no such query parameter. Leave it out, or correct its name."),
    BAD_PARAMETER(400, "A parameter's value cannot be read. errors names it; the documentation shows its schema."),
    BAD_PRECONDITION(400, "If-Match or If-None-Match cannot be read. Send the ETag as you got it, quotes included."),
    BAD_IDEMPOTENCY_KEY(400, "An Idempotency-Key has 1 to 255 visible ASCII characters. Send a fresh UUID per intent."),
    BAD_CURSOR(400, "This cursor is not one of ours. Begin again without cursor."),
    CURSOR_MISMATCH(400, "This cursor belongs to other filters. Keep the filters, or begin again without cursor."),
    NOT_AUTHENTICATED(401, "The request needs a valid bearer token. Get a fresh one and repeat the request."),
    ROLE_MISSING(403, "None of your roles may do this. The documentation names the roles that may."),
    UNKNOWN_PATH(404, "There is nothing at this path. Compare it with the documentation."),
    METHOD_NOT_ALLOWED(405, "The path does not know this method. Allow lists the methods it knows."),
    NOT_ACCEPTABLE(406, "The operation cannot answer in a media type you accept. Accept application/json."),
    CONFLICT(409, "Another request created the same at the same moment. Read what is there, then decide."),
    CONTENT_TOO_LARGE(413, "The body is larger than the operation takes. Send less at once."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The operation does not read this media type. Accept-Post or Accept-Patch name what it reads."),
    TOO_MANY_REQUESTS(429, "Too many requests at once. Repeat the request after the seconds that Retry-After names."),
    INTERNAL_ERROR(500, "Something went wrong on our side. Report the traceId; repeating the request may help.");

    private final int status;
    private final String sentence;

    Refusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    /** What is meant, and what to do next. */
    public String sentence() {
        return sentence;
    }

    /** As in {@code code} and at the end of {@code type}: {@code BAD_CURSOR} → {@code bad-cursor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public RequestRefused refused() {
        return new RequestRefused(this, Map.of(), List.of());
    }

    public RequestRefused refused(Fault fault) {
        return refused(List.of(fault));
    }

    public RequestRefused refused(List<Fault> faults) {
        return new RequestRefused(this, Map.of(), faults);
    }

    public RequestRefused refused(Map<String, String> headers) {
        return new RequestRefused(this, headers, List.of());
    }
}
