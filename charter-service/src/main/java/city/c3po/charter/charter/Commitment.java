package city.c3po.charter.charter;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which version of the content was frozen last, which one is in force, and which one was the first. */
@Embeddable
public class Commitment {
    /** The last version that was frozen. */
    private int contentVersion;

    private @Nullable String contentHash;

    /** The version that was committed first; amendments came after. */
    private @Nullable Integer originalVersion;

    private @Nullable Integer committedVersion;
    private @Nullable String committedHash;
    private @Nullable Instant committedAt;
    private boolean rebaselineRequired;

    CharterEvent freeze(String hash, Instant at) {
        contentVersion++;
        contentHash = hash;
        return new CharterEvent.VersionFrozen(contentVersion, hash, at);
    }

    /** What was frozen was not signed: what was in force stays so. */
    void thaw() {
        contentHash = committedHash;
    }

    /** @param rebaseline whether the signed version asks for a new schedule and budget */
    CharterEvent signed(Round over, boolean amended, boolean rebaseline, Instant at) {
        originalVersion = originalVersion == null ? Integer.valueOf(over.of()) : originalVersion;
        committedVersion = over.of();
        committedHash = over.hash();
        committedAt = committedAt == null ? at : committedAt;
        rebaselineRequired |= rebaseline;
        return amended
                ? new CharterEvent.Amended(over.of(), over.hash(), rebaseline, at)
                : new CharterEvent.Committed(over.of(), over.hash(), at);
    }

    public int contentVersion() {
        return contentVersion;
    }

    @Nullable String contentHash() {
        return contentHash;
    }

    public @Nullable Integer version() {
        return committedVersion;
    }

    public @Nullable String hash() {
        return committedHash;
    }

    @Nullable Instant since() {
        return committedAt;
    }

    boolean rebaselineRequired() {
        return rebaselineRequired;
    }

    /** Once something was committed. */
    public int versionInForce() {
        return Objects.requireNonNull(committedVersion);
    }

    /** Once something was committed. */
    public String hashInForce() {
        return Objects.requireNonNull(committedHash);
    }

    /** Once something was committed. */
    public int originalVersion() {
        return Objects.requireNonNull(originalVersion);
    }
}
