package city.c3po.reporting.changes;

import java.time.Instant;
import java.util.List;

/**
 * Where a reader stands.
 *
 * @param start whether the round is a baseline, which has nothing before it
 * @param base where the round began: the state that changes are told against
 * @param position all up to here was told
 * @param head where the round ends; {@link #OPEN} between two rounds
 * @param generation of the log
 * @param since when the round began: how old this place is
 * @param filters their digest
 * @param visibility a digest of what the reader may see
 * @param limit items on a page
 */
record Bookmark(
        Mode mode,
        boolean start,
        long base,
        long position,
        long head,
        int generation,
        Instant since,
        String filters,
        String visibility,
        int limit) {
    static final long OPEN = -1;
    private static final String EDITION = "1";

    boolean closed() {
        return head != OPEN;
    }

    Bookmark at(long newPosition) {
        return new Bookmark(mode, start, base, newPosition, head, generation, since, filters, visibility, limit);
    }

    Bookmark limited(int newLimit) {
        return new Bookmark(mode, start, base, position, head, generation, since, filters, visibility, newLimit);
    }

    /** From between two rounds into one. */
    Bookmark until(long newHead, Instant now) {
        return new Bookmark(mode, start, base, position, newHead, generation, now, filters, visibility, limit);
    }

    /** The place after this round. */
    Bookmark afterRound() {
        return new Bookmark(mode, false, head, head, OPEN, generation, since, filters, visibility, limit);
    }

    /** The same for the same page; when it is read does not matter. */
    String digest() {
        return Digest.of(List.of(until(head, Instant.EPOCH).toText()));
    }

    String toText() {
        return String.join(
                " ",
                EDITION,
                mode.word(),
                start ? "start" : "delta",
                Long.toString(base),
                Long.toString(position),
                Long.toString(head),
                Integer.toString(generation),
                Long.toString(since.getEpochSecond()),
                filters,
                visibility,
                Integer.toString(limit));
    }

    static Bookmark of(String text) {
        var part = text.split(" ");
        if (part.length != 11 || !part[0].equals(EDITION)) {
            throw new IllegalArgumentException("not a bookmark of this edition");
        }
        return new Bookmark(
                one(part[1], Mode.LOG.word(), Mode.NET.word()) ? Mode.LOG : Mode.NET,
                one(part[2], "start", "delta"),
                Long.parseLong(part[3]),
                Long.parseLong(part[4]),
                Long.parseLong(part[5]),
                Integer.parseInt(part[6]),
                Instant.ofEpochSecond(Long.parseLong(part[7])),
                part[8],
                part[9],
                Integer.parseInt(part[10]));
    }

    /** Whether it is the one of two words; a third is none of ours. */
    private static boolean one(String text, String word, String other) {
        if (!text.equals(word) && !text.equals(other)) {
            throw new IllegalArgumentException("neither " + word + " nor " + other);
        }
        return text.equals(word);
    }
}
