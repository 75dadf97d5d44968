package city.c3po.platform.web;

/**
 * The body of a {@code PATCH} (RFC 7396): what shall be different in the editable part of a record. Members left out
 * stay as they are, {@code null} removes.
 *
 * @param <T> the editable part: a record whose constraints the result must keep
 */
public final class MergePatch<T> {
    /** The editable part as it shall be, validated; refuses with {@code invalid-values}. */
    public T appliedTo(T present) {
        throw new UnsupportedOperationException();
    }
}
