package city.c3po.audit.audit;

import static city.c3po.audit.audit.AuditRule.BODY_RECORDS;
import static city.c3po.audit.audit.AuditRule.ISSUED_ALREADY;
import static city.c3po.audit.audit.AuditRule.RESPONSE_AFTER_ISSUE;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/** An audit as its body issued it. Nothing of it changes any more; what was wrong is said in an addendum. */
@Entity
public class Audit extends Aggregate<AuditAction> {
    @Id
    private UUID id;

    /** Written as {@code AUD-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, currval('audit_number'))")
    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private AuditTerms terms;

    @Column(updatable = false)
    private String body;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Addendum> addenda = List.of();

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Audit() {}

    /** @param today in the city */
    Audit(Actor by, AuditTerms said, String code, LocalDate today, Instant at) {
        BODY_RECORDS.require(isOf(said.body(), by));
        ISSUED_ALREADY.require(!said.issued().isAfter(today));
        RESPONSE_AFTER_ISSUE.require(
                said.responseDue() == null || !said.responseDue().isBefore(said.issued()));
        this.id = Uuid7.next();
        this.number = "AUD-" + today.getYear() + "-";
        this.code = code;
        this.terms = said;
        this.body = said.body();
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<AuditEvent> issue(Instant at) {
        return List.of(new AuditEvent.Issued(body, terms.issued(), at));
    }

    List<AuditEvent> add(Actor by, String text, Instant at) {
        guard(by, AuditAction.ADD_ADDENDUM);
        addenda = Stream.concat(addenda.stream(), Stream.of(new Addendum(text, by.sub(), at)))
                .toList();
        return List.of(new AuditEvent.AddendumAdded(text, at));
    }

    /** Before something is recorded that belongs to it. */
    public void requireRecorder(Actor by) {
        guard(by, AuditAction.ADD_FINDING);
    }

    /** Speaks for the body that issued it. */
    public static boolean isOf(String body, Actor by) {
        return (by.has(Roles.AUDITOR) && by.bodies().contains(body)) || by.has(Roles.PORTFOLIO_MANAGER);
    }

    public String href() {
        return "/v1/audits/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected AuditView state() {
        return AuditView.of(this, null);
    }

    @Override
    protected Set<AuditAction> actions() {
        return EnumSet.allOf(AuditAction.class);
    }

    @Override
    protected boolean possible(AuditAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, AuditAction action) {
        BODY_RECORDS.require(isOf(body, by));
    }

    public String number() {
        return number;
    }

    public String code() {
        return code;
    }

    public AuditTerms terms() {
        return terms;
    }

    public String body() {
        return body;
    }

    List<Addendum> addenda() {
        return addenda;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
