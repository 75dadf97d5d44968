package city.c3po.audit.evidence;

import static city.c3po.audit.evidence.EvidenceRule.ELEMENTS_KNOWN;
import static city.c3po.audit.evidence.EvidenceRule.EVIDENCE_ALTERED;
import static city.c3po.audit.evidence.EvidenceRule.VERIFIER_STAYS_OUT;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.Hands;
import city.c3po.audit.recommendation.Recommendations;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.upload.Upload;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The evidence, and its bytes. */
@Singleton
public class Evidences extends Aggregates<Evidence, UUID, EvidenceAction> {
    private static final Logger LOG = Logger.getLogger(Evidences.class);
    private static final int PIECE = 1024 * 1024;

    private final Recommendations recommendations;
    private final Hands hands;
    private final CityDays days;

    Evidences(EntityManager entities, Journal journal, Recommendations recommendations, Hands hands, CityDays days) {
        super(Evidence.class, entities, journal);
        this.recommendations = recommendations;
        this.hands = hands;
        this.days = days;
    }

    Evidence add(UUID recommendation, Actor by, NewEvidence said) {
        var of = recommendations.get(recommendation, by);
        of.requireEvidence(by);
        VERIFIER_STAYS_OUT.require(!hands.verifies(recommendation, by.sub()));
        var unknown = new HashSet<>(said.elements());
        unknown.removeAll(of.elementKeys());
        ELEMENTS_KNOWN.require(unknown.isEmpty(), Map.of("unknown", unknown));
        var at = days.now();
        var added = add(new Evidence(by, of, said, days.today(), at), by, one -> one.add(at));
        hands.note(recommendation, by.sub(), Hands.Part.SUBMITTER);
        return added;
    }

    Evidence revise(UUID id, Actor by, Seen seen, String link, String sha256) {
        return submitted(
                change(id, by, seen, EvidenceAction.REVISE, one -> one.revise(by, link, sha256, days.now())), by);
    }

    Evidence receive(
            UUID id,
            Actor by,
            Seen seen,
            Upload upload,
            @Nullable String declared,
            @Nullable String announced,
            @Nullable String name) {
        var one = change(
                id,
                by,
                seen,
                EvidenceAction.UPLOAD,
                found -> found.upload(by, upload, declared, announced, name, days.now()));
        entities().unwrap(Session.class).doWork(connection -> keep(connection, one, upload));
        return submitted(one, by);
    }

    private Evidence submitted(Evidence one, Actor by) {
        VERIFIER_STAYS_OUT.require(!hands.verifies(one.recommendation(), by.sub()));
        hands.note(one.recommendation(), by.sub(), Hands.Part.SUBMITTER);
        return one;
    }

    private static void keep(Connection connection, Evidence one, Upload upload) throws SQLException {
        try (var in = Files.newInputStream(upload.file());
                var insert = connection.prepareStatement(
                        "insert into evidence_piece (evidence, revision, piece, bytes) values (?, ?, ?, ?)")) {
            int piece = 0;
            for (var bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                insert.setObject(1, one.id());
                insert.setInt(2, one.revisions().size());
                insert.setInt(3, piece++);
                insert.setBytes(4, bytes);
                insert.execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A verification rests on this revision: nothing of it changes any more. */
    public void freeze(Evidence one, int revision, UUID verification, Actor by) {
        edit(
                one.id(),
                by,
                Seen.whatever(),
                EvidenceAction.FREEZE,
                found -> found.freeze(revision, verification, days.now()));
    }

    /** Before the first byte goes out, all are looked at: what was altered is an alarm, and no answer. */
    public void requireUnaltered(Evidence one, Revision revision) {
        if (revision.size() == null) {
            return;
        }
        var digest = digester();
        entities().unwrap(Session.class).doWork(connection -> pieces(connection, one, revision, digest::update));
        var found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(revision.sha256())) {
            LOG.errorf(
                    "evidence altered evidence=%s revision=%d submitted=%s found=%s",
                    one.id(), revision.revision(), revision.sha256(), found);
            throw EVIDENCE_ALTERED.violated(Map.of("submitted", revision.sha256(), "found", found));
        }
    }

    /** Piece by piece, so that a download never fills the memory. */
    void write(Evidence one, Revision revision, OutputStream out) {
        entities()
                .unwrap(Session.class)
                .doWork(connection -> pieces(connection, one, revision, bytes -> {
                    try {
                        out.write(bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException("a reader went away", e);
                    }
                }));
    }

    private interface Reader {
        void take(byte[] bytes);
    }

    private static void pieces(Connection connection, Evidence one, Revision revision, Reader reader)
            throws SQLException {
        try (var query = connection.prepareStatement(
                "select bytes from evidence_piece where evidence = ? and revision = ? and piece = ?")) {
            query.setObject(1, one.id());
            query.setInt(2, revision.revision());
            for (int piece = 0; ; piece++) {
                query.setInt(3, piece);
                try (var row = query.executeQuery()) {
                    if (!row.next()) {
                        return;
                    }
                    reader.take(row.getBytes(1));
                }
            }
        }
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
