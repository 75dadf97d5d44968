package city.c3po.platform.rule;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says it has seen of a record: the version part of {@code If-Match}, nothing at all, or
 * {@code If-None-Match: *} ("I know there is none").
 */
public sealed interface Seen {
    /** The record changes only when this holds for its present version. */
    void mustBe(long version, @Nullable String currentETag);

    /** The record is created only when this holds. */
    void mustAllowCreation();

    static Seen version(long version) {
        return new Versions(Set.of(version));
    }

    /** {@code If-Match} with several tags; with none that could be ours, it never holds. */
    static Seen anyOf(Set<Long> versions) {
        return new Versions(versions);
    }

    /** {@code If-Match: *}: whichever version it has, but there must be one. */
    static Seen existing() {
        return Existing.EXISTING;
    }

    static Seen nothing() {
        return Nothing.NOTHING;
    }

    static Seen none() {
        return None.NONE;
    }

    /** For feeders on their own records and for the suite itself, which need no precondition. */
    static Seen whatever() {
        return Whatever.WHATEVER;
    }

    record Versions(Set<Long> any) implements Seen {
        public Versions {
            any = Set.copyOf(any);
        }

        @Override
        public void mustBe(long current, @Nullable String currentETag) {
            Convention.STALE_VERSION.require(any.contains(current), Map.of("etag", String.valueOf(currentETag)));
        }

        @Override
        public void mustAllowCreation() {
            throw Convention.NOT_FOUND.violated();
        }
    }

    enum Existing implements Seen {
        EXISTING;

        @Override
        public void mustBe(long version, @Nullable String currentETag) {}

        @Override
        public void mustAllowCreation() {
            throw Convention.NOT_FOUND.violated();
        }
    }

    enum Nothing implements Seen {
        NOTHING;

        @Override
        public void mustBe(long version, @Nullable String currentETag) {
            throw Convention.PRECONDITION_REQUIRED.violated();
        }

        @Override
        public void mustAllowCreation() {
            throw Convention.CREATION_PRECONDITION_REQUIRED.violated();
        }
    }

    enum None implements Seen {
        NONE;

        @Override
        public void mustBe(long version, @Nullable String currentETag) {
            throw Convention.ALREADY_EXISTS.violated(Map.of("etag", String.valueOf(currentETag)));
        }

        @Override
        public void mustAllowCreation() {}
    }

    enum Whatever implements Seen {
        WHATEVER;

        @Override
        public void mustBe(long version, @Nullable String currentETag) {}

        @Override
        public void mustAllowCreation() {}
    }
}
