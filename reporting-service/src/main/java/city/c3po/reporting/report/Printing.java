package city.c3po.reporting.report;

import city.c3po.platform.rule.Convention;
import city.c3po.reporting.model.Canonical;
import city.c3po.reporting.rendering.Assets;
import city.c3po.reporting.rendering.Format;
import city.c3po.reporting.rendering.Presentation.Notice;
import city.c3po.reporting.rendering.Presenting;
import city.c3po.reporting.rendering.Renderings;
import city.c3po.reporting.rendering.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The renderings of revisions. A revision never changes, so what was rendered once is kept for a while; a report that was
 * taken back or replaced says so and is rendered anew.
 */
@Singleton
public class Printing {
    private static final int KEPT = 64;
    /** Amounts keep their digits. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private record Key(UUID report, int revision, Format format, String language, ReportState state, String address) {}

    private record Kept(byte[] bytes, String digest) {}

    private final Revisions revisions;
    private final Renderings renderings;
    private final CityDays days;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > KEPT;
        }
    };

    Printing(Revisions revisions, Renderings renderings, CityDays days) {
        this.revisions = revisions;
        this.renderings = renderings;
        this.days = days;
    }

    /** @param address of the report without a suffix, where its other forms are */
    public Response print(Report report, int revision, Format format, @Nullable String language, String address) {
        var words = Words.in(language);
        var key = new Key(report.id(), revision, format, words.language(), report.reportState(), address);
        @Nullable Kept printed;
        synchronized (kept) {
            printed = kept.get(key);
        }
        if (printed == null) {
            var bytes = bytes(report, revision, format, words, address);
            printed = new Kept(bytes, Base64.getEncoder().encodeToString(Canonical.digest(bytes)));
            synchronized (kept) {
                kept.put(key, printed);
            }
        }
        var answer = Response.ok(printed.bytes(), format.contentType())
                .tag(new EntityTag(printed.digest()))
                .header("Repr-Digest", "sha-256=:" + printed.digest() + ":")
                .header("Vary", "Accept, Accept-Language")
                .header("Link", "<" + address + ".json>; rel=\"alternate\"; type=\"application/json\"");
        switch (format) {
            case HTML ->
                answer.header("Content-Language", words.language()).header("Content-Security-Policy", Assets.POLICY);
            case PDF ->
                answer.header("Content-Language", words.language())
                        .header("Content-Disposition", "inline; filename=\"" + file(report, revision, format) + "\"");
            case CSV, XLSX ->
                answer.header("Content-Language", words.language())
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"" + file(report, revision, format) + "\"");
            case JSON -> {}
        }
        return answer.build();
    }

    private static String file(Report report, int revision, Format format) {
        return report.number() + "-r" + revision + "." + format.suffix();
    }

    private byte[] bytes(Report report, int revision, Format format, Words words, String address) {
        var found = revisions.of(report.id(), revision).orElseThrow(Convention.NOT_FOUND::violated);
        if (format == Format.JSON) {
            return found.model().getBytes(StandardCharsets.UTF_8);
        }
        var presentation = new Presenting(read(found.model()), words, days.zone())
                .present(found.sha256(), notices(report, revision, words));
        return renderings.render(presentation, format, address);
    }

    private static List<Notice> notices(Report report, int revision, Words words) {
        var frozen = report.frozen();
        if (report.reportState() == ReportState.SUPERSEDED) {
            return List.of(new Notice(
                    "warning",
                    words.say(
                            "report.superseded", String.valueOf(report.outcome().reason()))));
        }
        if (frozen != null && frozen.revision() != revision) {
            return List.of(new Notice("warning", words.say("report.olderRevision", frozen.revision())));
        }
        return report.reportState().wasPublished()
                ? List.of()
                : List.of(new Notice("info", words.say("report.unpublished")));
    }

    public static JsonNode read(String model) {
        try {
            return JSON.readTree(model);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frozen model is no JSON", e);
        }
    }
}
