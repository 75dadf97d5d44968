package city.c3po.platform.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a {@code PATCH} (RFC 7396): what shall be different in the editable part of a record. Members left out
 * stay as they are, {@code null} removes.
 *
 * @param <T> the editable part: a record whose constraints the result must keep
 */
public abstract class MergePatch<T> {
    /** Tells the document what is patched; {@link city.c3po.platform.web.openapi.OpenApiConventions} puts its members in the place of this one. */
    @Schema
    @Nullable T patched;

    MergePatch() {}

    /** The editable part as it shall be, validated; refuses with {@code invalid-values}. */
    public abstract T appliedTo(T present);
}
