package city.c3po.audit.recommendation;

import city.c3po.audit.audit.Addendum;
import city.c3po.audit.audit.Audit;
import city.c3po.audit.audit.Finding;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a recommendation, and who sees it. {@link RecommendationGuard} adds who may do what when, and
 * {@link Implementation} (the department's) and {@link Recommendation} (the issuing body's) the verbs.
 */
@MappedSuperclass
public abstract class RecommendationRecord extends Aggregate<RecommendationAction> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private int ordinal;

    @Column(updatable = false)
    private UUID audit;

    @Column(updatable = false)
    private String auditCode;

    @Column(updatable = false)
    private UUID finding;

    @Column(updatable = false)
    private String findingText;

    @Column(updatable = false)
    private String body;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private RecommendationText text;

    @Column(updatable = false)
    private LocalDate issued;

    /** By when management responds. */
    @Column(updatable = false)
    private @Nullable LocalDate responseDue;

    @Column(updatable = false)
    private boolean confidential;

    @Column(updatable = false)
    private boolean sampleData;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    String leadDepartment;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> supporting;

    @Enumerated(EnumType.STRING)
    ManagementStatus managementStatus = ManagementStatus.NOT_STARTED;

    @Enumerated(EnumType.STRING)
    VerifiedStatus verifiedStatus = VerifiedStatus.NOT_IMPLEMENTED;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Element> elements;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable ManagementResponse response;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable AsReported asReported;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable HeadSignOff signOff;

    @Nullable Instant claimedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    List<CorrectiveAction> actions = List.of();

    @Nullable LocalDate originalTarget;

    @Nullable LocalDate currentTarget;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Extension> extensions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Closure closure;

    @Nullable LocalDate implementedOn;

    @Nullable LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    @Nullable Backwards backwards;

    /** The last target that passed and was told. */
    @Nullable LocalDate slippedTarget;

    /** What a control measures of it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable LivingEvidence evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Regression regression;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Sustainment> sustainment = List.of();

    /** When the next of these tests is due. */
    @Nullable LocalDate retestOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Reminder reminder;

    /** When somebody was reminded last. */
    @Nullable LocalDate remindedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Link> links = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Lesson> lessons = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Addendum> addenda = List.of();

    /** It was done or over once, and is open again. */
    public enum Backwards {
        REGRESSED,
        REOPENED
    }

    @SuppressWarnings("NullAway.Init")
    protected RecommendationRecord() {}

    RecommendationRecord(Actor by, Audit audit, Finding finding, NewRecommendation said, int ordinal, Instant at) {
        this.id = Uuid7.next();
        this.audit = audit.id();
        this.auditCode = audit.code();
        this.number = "%s-%02d".formatted(audit.code(), ordinal);
        this.ordinal = ordinal;
        this.finding = finding.id();
        this.findingText = finding.title();
        this.body = audit.body();
        this.text = said.text();
        this.issued = audit.terms().issued();
        this.responseDue = audit.terms().responseDue();
        this.confidential = finding.secret() || Boolean.TRUE.equals(said.confidential());
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
        this.leadDepartment = said.leadDepartment();
        this.supporting = said.supporting();
        this.elements = said.parts();
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    ActionPlan plan() {
        return new ActionPlan(actions);
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    static <T> List<T> and(List<T> former, T last) {
        return Stream.concat(former.stream(), Stream.of(last)).toList();
    }

    List<String> departments() {
        return Stream.concat(Stream.of(leadDepartment), supporting.stream()).toList();
    }

    @Override
    public UUID id() {
        return id;
    }

    public String href() {
        return "/v1/recommendations/" + id;
    }

    /** What is confidential is for its departments, the issuing body and the portfolio office. */
    @Override
    protected Access access() {
        return confidential
                ? new Access(
                        Access.Classification.CONFIDENTIAL,
                        departments(),
                        List.of(createdBy),
                        null,
                        List.of(body),
                        List.of())
                : Access.ANY_ROLE;
    }

    /** For what belongs to it: its files are the city's own, whoever may read the recommendation. */
    public Access accessOfParts(String by) {
        return new Access(
                confidential ? Access.Classification.CONFIDENTIAL : Access.Classification.INTERNAL,
                departments(),
                List.of(by),
                null,
                List.of(body),
                List.of());
    }

    public String number() {
        return number;
    }

    int ordinal() {
        return ordinal;
    }

    UUID audit() {
        return audit;
    }

    String auditCode() {
        return auditCode;
    }

    UUID finding() {
        return finding;
    }

    String findingText() {
        return findingText;
    }

    public String body() {
        return body;
    }

    RecommendationText text() {
        return text;
    }

    LocalDate issued() {
        return issued;
    }

    /** By when management responds, while nobody said where it stands. */
    @Nullable LocalDate responseAwaited() {
        return response == null && managementStatus == ManagementStatus.NOT_STARTED ? responseDue : null;
    }

    /** Whether its text is kept from events and public editions. */
    public boolean secret() {
        return confidential;
    }

    public boolean sampleData() {
        return sampleData;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
