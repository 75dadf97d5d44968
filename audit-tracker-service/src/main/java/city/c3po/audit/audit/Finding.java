package city.c3po.audit.audit;

import static city.c3po.audit.audit.AuditRule.BODY_RECORDS;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an audit found: criteria, condition, cause, effect. It never changes; errata are addenda. */
@Entity
public class Finding extends Aggregate<FindingAction> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID audit;

    @Column(updatable = false)
    private String key;

    @Column(updatable = false)
    private String body;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private FindingText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Addendum> addenda = List.of();

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Finding() {}

    Finding(Actor by, Audit audit, String key, FindingText said, Instant at) {
        audit.requireRecorder(by);
        this.id = Uuid7.next();
        this.audit = audit.id();
        this.key = key;
        this.body = audit.body();
        this.text = said;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<FindingEvent> record(Instant at) {
        return List.of(new FindingEvent.Recorded(audit, key, text.secret(), at));
    }

    List<FindingEvent> add(Actor by, String said, Instant at) {
        guard(by, FindingAction.ADD_ADDENDUM);
        addenda = Stream.concat(addenda.stream(), Stream.of(new Addendum(said, by.sub(), at)))
                .toList();
        return List.of(new FindingEvent.AddendumAdded(at));
    }

    String href() {
        return "/v1/findings/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** What is confidential is for the body, the portfolio office and whoever recorded it. */
    @Override
    protected Access access() {
        return text.secret()
                ? new Access(
                        Access.Classification.CONFIDENTIAL,
                        List.of(),
                        List.of(createdBy),
                        null,
                        List.of(body),
                        List.of())
                : Access.ANY_ROLE;
    }

    @Override
    protected FindingView state() {
        return FindingView.of(this, null);
    }

    @Override
    protected Set<FindingAction> actions() {
        return EnumSet.allOf(FindingAction.class);
    }

    @Override
    protected boolean possible(FindingAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, FindingAction action) {
        BODY_RECORDS.require(Audit.isOf(body, by));
    }

    public UUID audit() {
        return audit;
    }

    String key() {
        return key;
    }

    FindingText text() {
        return text;
    }

    List<Addendum> addenda() {
        return addenda;
    }

    public String title() {
        return text.title();
    }

    public boolean secret() {
        return text.secret();
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
