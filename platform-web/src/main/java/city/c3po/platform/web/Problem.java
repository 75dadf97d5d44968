package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, in the one shape of RFC 9457 that every error of the API has.
 *
 * @param type {@code /problems/<key>/<code>}, a page that explains it
 * @param detail what to do next
 * @param instance the path that was asked for
 * @param facts further members for programs, such as {@code state} and {@code allowedActions}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<Fault> errors,
        @JsonAnyGetter Map<String, ?> facts) {}
