package city.c3po.reporting.changes;

import city.c3po.platform.event.Changes;
import city.c3po.reporting.log.Op;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says a change as its reader may know it: what was out of sight before has entered, what goes out of sight has left. */
final class Telling {
    /** Amounts keep their digits. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final TypeReference<List<Changes.Change>> CHANGES = new TypeReference<>() {};

    private final Filters filters;

    Telling(Filters filters) {
        this.filters = filters;
    }

    /** Empty when there is nothing to say to this reader. */
    Optional<ChangeItem> tell(ToldChange change, Bookmark place) {
        return switch (place.mode()) {
            case LOG -> logged(change);
            case NET -> place.start() ? baseline(change) : net(change);
        };
    }

    private Optional<ChangeItem> logged(ToldChange change) {
        return switch (change.op()) {
            case GAP, GAP_RESOLVED -> change.visible() ? shown(change, change.op()) : Optional.empty();
            case CREATED -> shown(change, Op.CREATED);
            case REMOVED -> change.before().visible() ? gone(change, Op.REMOVED) : Optional.empty();
            case UPDATED, CORRECTED, REDACTED -> {
                if (!change.before().visible()) {
                    yield shown(change, Op.ENTERED_SCOPE);
                }
                if (change.visible() && change.onlyPlaced()) {
                    yield Optional.empty();
                }
                yield change.visible()
                        ? changed(change, change.op(), read(change.changes(), CHANGES), false)
                        : gone(change, Op.LEFT_SCOPE);
            }
            case SNAPSHOT, ENTERED_SCOPE, LEFT_SCOPE -> throw new IllegalStateException("not a fact of the log");
        };
    }

    private Optional<ChangeItem> baseline(ToldChange change) {
        if (!change.visible()) {
            return Optional.empty();
        }
        if (change.op() == Op.GAP) {
            return shown(change, Op.GAP);
        }
        return change.present() ? shown(change, Op.SNAPSHOT) : Optional.empty();
    }

    private Optional<ChangeItem> net(ToldChange change) {
        boolean now = change.present() && change.visible();
        if (change.op() == Op.GAP && change.visible()) {
            return Optional.of(item(change, Op.GAP, now ? since(change) : List.of(), change.state(), false));
        }
        if (now && change.before().visible()) {
            var differences = since(change);
            if (change.onlyPlaced() && differences.isEmpty()) {
                return Optional.empty();
            }
            var op = netOp(change);
            return changed(change, op, differences, op == Op.UPDATED && differences.isEmpty());
        }
        if (now) {
            return shown(change, change.before().present() ? Op.ENTERED_SCOPE : Op.CREATED);
        }
        if (change.before().visible()) {
            return gone(change, change.present() ? Op.LEFT_SCOPE : Op.REMOVED);
        }
        // created and removed since the last round: said, so that nothing goes by unseen
        return change.op() == Op.REMOVED && change.visible() && !change.before().present()
                ? Optional.of(item(change, Op.REMOVED, List.of(), null, true))
                : Optional.empty();
    }

    /** A gap that opened and closed again within the round is no news. */
    private static Op netOp(ToldChange change) {
        return switch (change.op()) {
            case GAP_RESOLVED -> change.before().op() == Op.GAP ? Op.GAP_RESOLVED : Op.UPDATED;
            case CORRECTED, REDACTED -> change.op();
            case SNAPSHOT, CREATED, UPDATED, REMOVED, ENTERED_SCOPE, LEFT_SCOPE, GAP -> Op.UPDATED;
        };
    }

    private static List<Changes.Change> since(ToldChange change) {
        return change.before().visible() && change.state() != null
                ? Changes.between(readOrNull(change.before().state()), readOrNull(change.state()))
                : List.of();
    }

    /** Left out when it concerns no field asked for. */
    private Optional<ChangeItem> changed(ToldChange change, Op op, List<Changes.Change> changes, boolean passing) {
        var concerned = filters.among(changes);
        boolean unasked = !filters.fields().isEmpty() && concerned.isEmpty();
        return unasked && (op == Op.UPDATED || op == Op.CORRECTED)
                ? Optional.empty()
                : Optional.of(item(change, op, concerned, change.state(), passing));
    }

    private static Optional<ChangeItem> shown(ToldChange change, Op op) {
        return Optional.of(item(change, op, List.of(), change.state(), false));
    }

    private static Optional<ChangeItem> gone(ToldChange change, Op op) {
        return Optional.of(item(change, op, List.of(), null, false));
    }

    private static ChangeItem item(
            ToldChange change, Op op, List<Changes.Change> changes, @Nullable String data, boolean passing) {
        return new ChangeItem(
                change.seq(),
                op,
                new ChangeItem.Subject(change.type(), change.id(), change.number(), change.version(), change.href()),
                ChangeItem.Path.of(changes),
                data,
                change.occurredAt(),
                change.recordedAt(),
                // what led out of sight is out of sight
                op == Op.LEFT_SCOPE || change.eventId() == null || change.eventType() == null
                        ? null
                        : new ChangeItem.Cause(change.eventId(), change.eventType()),
                passing);
    }

    private static @Nullable JsonNode readOrNull(@Nullable String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what is no JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what is no JSON", e);
        }
    }
}
