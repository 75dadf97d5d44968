package city.c3po.charter.template;

import static city.c3po.charter.template.TemplateRule.SECOND_PERSON_ADOPTS;
import static city.c3po.charter.template.TemplateRule.TEMPLATE_BY_POLICY_ADMIN;

import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A version of what charters of one tier must say. Once adopted it never changes: charters were signed against it. The
 * next version is a new one, and supersedes it.
 */
@Entity
public class CharterTemplate extends Aggregate<TemplateAction> {
    @Id
    private UUID id;

    /** Written as {@code TPL-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('charter_template_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Tier tier;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Variant variant;

    @Enumerated(EnumType.STRING)
    private TemplateState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private TemplateText text;

    /** Everybody who wrote any of it: none of them adopts it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    private @Nullable String adoptedBy;
    private @Nullable Instant adoptedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected CharterTemplate() {}

    /** @param year of the number, in the city's calendar */
    public CharterTemplate(Tier tier, Variant variant, TemplateText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "TPL-" + year + "-";
        this.tier = tier;
        this.variant = variant;
        this.state = TemplateState.DRAFT;
        this.text = text;
        this.createdAt = at;
    }

    List<CharterTemplateEvent> draft(Actor by, Instant at) {
        permits(by, TemplateAction.EDIT);
        text.requireSound();
        authors = and(by);
        return List.of(new CharterTemplateEvent.Drafted(tier, variant, at));
    }

    List<CharterTemplateEvent> edit(Actor by, TemplateText better, Instant at) {
        guard(by, TemplateAction.EDIT);
        better.requireSound();
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        authors = and(by);
        return List.of(new CharterTemplateEvent.Edited(at));
    }

    List<CharterTemplateEvent> adopt(Actor by, @Nullable CharterTemplate former, Instant at) {
        guard(by, TemplateAction.ADOPT);
        return adopted(by, former == null ? null : former.number, at);
    }

    /** The one that ships with the service: adopted before anybody could. */
    List<CharterTemplateEvent> shipped(Instant at) {
        text.requireSound();
        return adopted(Actor.SYSTEM, null, at);
    }

    private List<CharterTemplateEvent> adopted(Actor by, @Nullable String formerly, Instant at) {
        moveTo(TemplateState.ADOPTED);
        adoptedBy = by.sub();
        adoptedAt = at;
        return List.of(new CharterTemplateEvent.Adopted(formerly, at));
    }

    List<CharterTemplateEvent> supersede(Actor by, CharterTemplate later, Instant at) {
        guard(by, TemplateAction.SUPERSEDE);
        moveTo(TemplateState.SUPERSEDED);
        return List.of(new CharterTemplateEvent.Superseded(later.id, at));
    }

    private void moveTo(TemplateState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    private List<String> and(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    public Reference reference() {
        return new Reference("charterTemplate", id.toString(), number, href());
    }

    String href() {
        return "/v1/charter-templates/" + id;
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
    protected CharterTemplateView state() {
        return CharterTemplateView.of(this, null);
    }

    @Override
    protected Optional<TemplateState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<TemplateAction> actions() {
        return EnumSet.of(TemplateAction.EDIT, TemplateAction.ADOPT);
    }

    @Override
    protected boolean possible(TemplateAction action) {
        return switch (action) {
            case EDIT, ADOPT -> state == TemplateState.DRAFT;
            case SUPERSEDE -> state == TemplateState.ADOPTED;
        };
    }

    @Override
    protected void permits(Actor by, TemplateAction action) {
        TEMPLATE_BY_POLICY_ADMIN.require(by.has(Roles.POLICY_ADMIN));
        if (action == TemplateAction.ADOPT) {
            SECOND_PERSON_ADOPTS.require(!authors.contains(by.sub()));
        }
    }

    String number() {
        return number;
    }

    public Tier tier() {
        return tier;
    }

    Variant variant() {
        return variant;
    }

    public TemplateState templateState() {
        return state;
    }

    public TemplateText text() {
        return text;
    }

    List<String> authors() {
        return authors;
    }

    @Nullable String adoptedBy() {
        return adoptedBy;
    }

    @Nullable Instant adoptedAt() {
        return adoptedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
