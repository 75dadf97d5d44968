package city.c3po.charter.document;

import static city.c3po.charter.document.DocumentRule.BYTES_AS_ANNOUNCED;
import static city.c3po.charter.document.DocumentRule.IS_A_LINK;
import static city.c3po.charter.document.DocumentRule.NOT_EMPTY;
import static city.c3po.charter.document.DocumentRule.NO_PROGRAM;
import static city.c3po.charter.document.DocumentRule.REGISTRAR_ONLY;
import static city.c3po.charter.document.DocumentRule.TYPE_AS_DECLARED;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.template.DocumentKind;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a charter's register. Uploading again makes a new edition; the bytes of former ones stay, because somebody
 * may have signed their hash. A withdrawn entry no longer counts, and stays readable.
 */
@Entity
class Document extends Aggregate<DocumentAction> {
    private static final int CHECKS_KEPT = 50;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID charter;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DocumentKind kind;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private @Nullable String description;

    @Column(updatable = false)
    private @Nullable String link;

    private @Nullable String mediaType;
    private @Nullable String fileName;
    private @Nullable Long size;
    private @Nullable String sha256;
    private int edition;

    @Column(updatable = false)
    private @Nullable String retention;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<String> departments;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LinkCheck> linkChecks = List.of();

    @Column(updatable = false)
    private String registeredBy;

    @Column(updatable = false)
    private Instant registeredAt;

    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(Actor by, Charter charter, NewDocument said, Instant at) {
        this.id = Uuid7.next();
        this.charter = charter.id();
        this.kind = said.kind();
        this.title = said.title();
        this.description = said.description();
        this.link = said.link();
        this.sha256 = said.sha256();
        this.retention = said.retention();
        this.departments = charter.departments();
        this.registeredBy = by.sub();
        this.registeredAt = at;
    }

    List<DocumentEvent> register(Instant at) {
        return List.of(new DocumentEvent.Registered(charter, kind, title, at));
    }

    /** @param declared what the sender says the bytes are */
    List<DocumentEvent> upload(
            Actor by,
            Upload upload,
            @Nullable String declared,
            @Nullable String announced,
            @Nullable String name,
            Instant at) {
        guard(by, DocumentAction.UPLOAD);
        NOT_EMPTY.require(upload.size() > 0);
        NO_PROGRAM.require(!upload.type().isProgram());
        TYPE_AS_DECLARED.require(
                declared == null || upload.type().mayBeCalled(declared),
                Map.of("mediaType", upload.type().mediaType()));
        BYTES_AS_ANNOUNCED.require(
                announced == null || announced.equals(upload.sha256()), Map.of("sha256", upload.sha256()));
        edition++;
        mediaType = declared == null ? upload.type().mediaType() : declared;
        fileName = name;
        size = upload.size();
        sha256 = upload.sha256();
        return List.of(new DocumentEvent.Uploaded(edition, mediaType, upload.size(), upload.sha256(), at));
    }

    List<DocumentEvent> checkLink(Actor by, String found, Instant at) {
        guard(by, DocumentAction.CHECK_LINK);
        IS_A_LINK.require(link != null && sha256 != null && edition == 0);
        var check = new LinkCheck(found, found.equals(sha256), by.sub(), at);
        linkChecks = Stream.concat(
                        linkChecks.stream().skip(Math.max(0, linkChecks.size() - CHECKS_KEPT + 1)), Stream.of(check))
                .toList();
        return List.of(new DocumentEvent.LinkChecked(check, at));
    }

    List<DocumentEvent> withdraw(Actor by, String reason, Instant at) {
        guard(by, DocumentAction.WITHDRAW);
        withdrawnAt = at;
        return List.of(new DocumentEvent.Withdrawn(reason, at));
    }

    /** Permission and state, before any byte is taken. */
    void requirePossible(Actor by, DocumentAction action) {
        guard(by, action);
    }

    String href() {
        return "/v1/documents/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL, departments, List.of(registeredBy), null, List.of(), List.of());
    }

    @Override
    protected DocumentView state() {
        return DocumentView.of(this, null);
    }

    @Override
    protected Set<DocumentAction> actions() {
        return EnumSet.allOf(DocumentAction.class);
    }

    @Override
    protected boolean possible(DocumentAction action) {
        return withdrawnAt == null
                && switch (action) {
                    case UPLOAD -> link == null;
                    case CHECK_LINK -> link != null;
                    case WITHDRAW -> true;
                };
    }

    @Override
    protected void permits(Actor by, DocumentAction action) {
        REGISTRAR_ONLY.require(by.is(registeredBy) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    UUID charter() {
        return charter;
    }

    DocumentKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    @Nullable String description() {
        return description;
    }

    @Nullable String link() {
        return link;
    }

    @Nullable String mediaType() {
        return mediaType;
    }

    @Nullable String fileName() {
        return fileName;
    }

    @Nullable Long size() {
        return size;
    }

    @Nullable String sha256() {
        return sha256;
    }

    int edition() {
        return edition;
    }

    @Nullable String retention() {
        return retention;
    }

    List<String> departments() {
        return departments;
    }

    List<LinkCheck> linkChecks() {
        return linkChecks;
    }

    String registeredBy() {
        return registeredBy;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }
}
