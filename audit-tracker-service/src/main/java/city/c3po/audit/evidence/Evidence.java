package city.c3po.audit.evidence;

import static city.c3po.audit.evidence.EvidenceRule.BYTES_AS_ANNOUNCED;
import static city.c3po.audit.evidence.EvidenceRule.COLLECTED_BEFORE_IT_ENDS;
import static city.c3po.audit.evidence.EvidenceRule.FROZEN;
import static city.c3po.audit.evidence.EvidenceRule.KNOWN_REVISION;
import static city.c3po.audit.evidence.EvidenceRule.LINK_AND_HASH;
import static city.c3po.audit.evidence.EvidenceRule.MEASURED;
import static city.c3po.audit.evidence.EvidenceRule.NOT_EMPTY;
import static city.c3po.audit.evidence.EvidenceRule.NO_PROGRAM;
import static city.c3po.audit.evidence.EvidenceRule.SUBMITTER_ONLY;
import static city.c3po.audit.evidence.EvidenceRule.TYPE_AS_DECLARED;

import city.c3po.audit.recommendation.LivingEvidence;
import city.c3po.audit.recommendation.Recommendation;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.upload.Upload;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A piece of evidence and its revisions. People add theirs at once, so it is a record beside its recommendation. */
@Entity
public class Evidence extends Aggregate<EvidenceAction> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID recommendation;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private NewEvidence terms;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private EvidenceKind kind;

    @Column(updatable = false)
    private @Nullable LocalDate validUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Revision> revisions = List.of();

    @Column(updatable = false)
    private boolean sampleData;

    private @Nullable Instant withdrawnAt;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(Actor by, Recommendation of, NewEvidence said, LocalDate today, Instant at) {
        LINK_AND_HASH.require((said.kind() == EvidenceKind.LINK) == (said.link() != null)
                && (said.kind() == EvidenceKind.LINK) == (said.sha256() != null));
        var settled = said.settled(today);
        var collected = Objects.requireNonNull(settled.collected());
        COLLECTED_BEFORE_IT_ENDS.require(!collected.isAfter(today)
                && (said.validUntil() == null || said.validUntil().isAfter(collected)));
        this.id = Uuid7.next();
        this.recommendation = of.id();
        this.terms = settled;
        this.kind = said.kind();
        this.validUntil = said.validUntil();
        this.sampleData = of.sampleData();
        this.createdBy = by.sub();
        this.createdAt = at;
        this.opening = new Opening(of.accessOfParts(by.sub()), of.secret());
        this.revisions = switch (said.kind()) {
            case FILE -> List.of();
            case LINK -> List.of(link(1, Objects.requireNonNull(said.link()), said.sha256(), by, at));
            case MEASURE -> List.of(measure(of.evidence(), said.elements(), by, at));
        };
    }

    private static Revision link(int number, String link, @Nullable String sha256, Actor by, Instant at) {
        return new Revision(number, link, null, null, null, null, Objects.requireNonNull(sha256), by.sub(), at, null);
    }

    /** The measure as it is now; whatever it becomes, this is what was shown. */
    private static Revision measure(@Nullable LivingEvidence now, List<String> elements, Actor by, Instant at) {
        MEASURED.require(
                now != null && now.elements().containsAll(elements),
                Map.of("measured", now == null ? List.of() : now.elements()));
        return new Revision(1, null, now, null, null, null, now.sha256(), by.sub(), at, null);
    }

    /** Who may read it, as its recommendation said when it was added; kept, because confidentiality is frozen too. */
    record Opening(Access access, boolean secret) {}

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Opening opening;

    List<EvidenceEvent> add(Instant at) {
        return List.of(new EvidenceEvent.Added(recommendation, kind, terms.elements(), at));
    }

    /** @param declared what the sender says the bytes are */
    List<EvidenceEvent> upload(
            Actor by,
            Upload upload,
            @Nullable String declared,
            @Nullable String announced,
            @Nullable String name,
            Instant at) {
        guard(by, EvidenceAction.UPLOAD);
        NOT_EMPTY.require(upload.size() > 0);
        NO_PROGRAM.require(!upload.type().isProgram());
        TYPE_AS_DECLARED.require(
                declared == null || upload.type().mayBeCalled(declared),
                Map.of("mediaType", upload.type().mediaType()));
        BYTES_AS_ANNOUNCED.require(
                announced == null || announced.equals(upload.sha256()), Map.of("sha256", upload.sha256()));
        return revised(
                new Revision(
                        revisions.size() + 1,
                        null,
                        null,
                        declared == null ? upload.type().mediaType() : declared,
                        name,
                        upload.size(),
                        upload.sha256(),
                        by.sub(),
                        at,
                        null),
                at);
    }

    List<EvidenceEvent> revise(Actor by, String link, String sha256, Instant at) {
        guard(by, EvidenceAction.REVISE);
        return revised(link(revisions.size() + 1, link, sha256, by, at), at);
    }

    private List<EvidenceEvent> revised(Revision next, Instant at) {
        revisions = Stream.concat(revisions.stream(), Stream.of(next)).toList();
        return List.of(new EvidenceEvent.Revised(next.revision(), next.sha256(), at));
    }

    /** By the verification that rests on it; a second one finds it frozen already. */
    List<EvidenceEvent> freeze(int number, UUID verification, Instant at) {
        var found = revision(number);
        if (found.frozenBy() != null) {
            return List.of();
        }
        revisions = revisions.stream()
                .map(revision -> revision.revision() == number ? revision.frozen(verification) : revision)
                .toList();
        return List.of(new EvidenceEvent.Frozen(number, verification, at));
    }

    List<EvidenceEvent> withdraw(Actor by, String reason, Instant at) {
        permits(by, EvidenceAction.WITHDRAW);
        revisions.stream()
                .map(Revision::frozenBy)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(verification -> {
                    throw FROZEN.violated(Map.of("frozenBy", verification));
                });
        guard(by, EvidenceAction.WITHDRAW);
        withdrawnAt = at;
        return List.of(new EvidenceEvent.Withdrawn(reason, at));
    }

    /** Permission and state, before any byte is taken. */
    void requireUploadable(Actor by) {
        guard(by, EvidenceAction.UPLOAD);
    }

    public Revision revision(int number) {
        return revisions.stream()
                .filter(revision -> revision.revision() == number)
                .findFirst()
                .orElseThrow(KNOWN_REVISION::violated);
    }

    public List<String> elements() {
        return terms.elements();
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    String href() {
        return "/v1/evidence/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return opening.access();
    }

    @Override
    protected EvidenceView state() {
        return EvidenceView.of(this, null);
    }

    @Override
    protected Set<EvidenceAction> actions() {
        return EnumSet.complementOf(EnumSet.of(EvidenceAction.FREEZE));
    }

    @Override
    protected boolean possible(EvidenceAction action) {
        return switch (action) {
            case UPLOAD -> withdrawnAt == null && kind == EvidenceKind.FILE;
            case REVISE -> withdrawnAt == null && kind == EvidenceKind.LINK;
            case WITHDRAW ->
                withdrawnAt == null && revisions.stream().allMatch(revision -> revision.frozenBy() == null);
            case FREEZE -> withdrawnAt == null;
        };
    }

    @Override
    protected void permits(Actor by, EvidenceAction action) {
        switch (action) {
            case UPLOAD, REVISE, WITHDRAW ->
                SUBMITTER_ONLY.require(by.is(createdBy) || by.has(Roles.PORTFOLIO_MANAGER));
            case FREEZE -> SUBMITTER_ONLY.require(by.has(Roles.AUDITOR));
        }
    }

    public UUID recommendation() {
        return recommendation;
    }

    NewEvidence terms() {
        return terms;
    }

    List<Revision> revisions() {
        return revisions;
    }

    boolean secret() {
        return opening.secret();
    }

    boolean sampleData() {
        return sampleData;
    }

    @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
