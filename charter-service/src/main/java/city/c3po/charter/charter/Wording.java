package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.NOTHING_AMENDED;
import static city.c3po.charter.charter.CharterRule.NOT_THE_AUTHOR_ALONE;
import static city.c3po.charter.charter.CharterRule.TITLE_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a charter says, who wrote it, and what it shall say once an amendment is signed. */
@Embeddable
public class Wording {
    private @Nullable String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private CharterContent content;

    /** While it is being signed. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable CharterContent amendment;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    @SuppressWarnings("NullAway.Init")
    protected Wording() {}

    Wording(@Nullable String title, CharterContent content) {
        this.title = title;
        this.content = content.keyed();
    }

    void first(Actor by) {
        content.requireSound();
        authors = and(by);
    }

    /** Saying the same again is no change. */
    Optional<CharterEvent> edit(Actor by, @Nullable String betterTitle, CharterContent better, Instant at) {
        var keyed = better.keyed();
        keyed.requireSound();
        if (keyed.equals(content) && Objects.equals(betterTitle, title)) {
            return Optional.empty();
        }
        title = betterTitle;
        content = keyed;
        authors = and(by);
        return Optional.of(new CharterEvent.Edited(at));
    }

    void requireTitle() {
        TITLE_SAID.require(title != null && !title.isBlank());
    }

    /** @param changed pointers that it changes */
    void requireAmends(CharterContent better, List<String> changed) {
        better.requireSound();
        NOTHING_AMENDED.require(!changed.isEmpty());
    }

    void amendTo(CharterContent better) {
        amendment = better;
    }

    void dropAmendment() {
        amendment = null;
    }

    /** The amendment is what the charter says from now on. */
    void takeAmendment() {
        content = Objects.requireNonNull(amendment);
        amendment = null;
    }

    /** Another delivery approach asks for another schedule and budget. */
    boolean amendmentChangesApproach() {
        return Objects.requireNonNull(amendment).approachKind() != content.approachKind();
    }

    /** Whoever wrote it all alone does not sign it all alone. */
    void requireAnother(Stream<String> signers) {
        NOT_THE_AUTHOR_ALONE.require(signers.anyMatch(person -> authors.size() != 1 || !authors.contains(person)));
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> and(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    public @Nullable String title() {
        return title;
    }

    public CharterContent content() {
        return content;
    }

    CharterContent amendmentOrAbsent() {
        return Optional.ofNullable(amendment).orElseThrow(Convention.NOT_FOUND::violated);
    }

    public List<String> authors() {
        return authors;
    }
}
