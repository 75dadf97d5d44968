package city.c3po.charter.document;

import static city.c3po.charter.document.DocumentRule.CHARTER_PEOPLE_ONLY;

import city.c3po.charter.charter.Charters;
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
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The documents, and their bytes. */
@Singleton
class Documents extends Aggregates<Document, UUID, DocumentAction> {
    private static final int PIECE = 1024 * 1024;

    private final Charters charters;

    Documents(EntityManager entities, Journal journal, Charters charters) {
        super(Document.class, entities, journal);
        this.charters = charters;
    }

    Document register(UUID charter, Actor by, NewDocument said, Instant at) {
        var of = charters.get(charter, by);
        CHARTER_PEOPLE_ONLY.require(of.concerns(by));
        return add(new Document(by, of, said, at), by, document -> document.register(at));
    }

    Document receive(
            UUID id,
            Actor by,
            Seen seen,
            Upload upload,
            @Nullable String declared,
            @Nullable String announced,
            @Nullable String name,
            Instant at) {
        var document = change(
                id, by, seen, DocumentAction.UPLOAD, found -> found.upload(by, upload, declared, announced, name, at));
        keep(document, upload);
        return document;
    }

    private void keep(Document document, Upload upload) {
        try (var in = Files.newInputStream(upload.file())) {
            int piece = 0;
            for (var bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                entities()
                        .createNativeQuery(
                                "insert into document_piece (document, edition, piece, bytes) values (:document, :edition, :piece, :bytes)")
                        .setParameter("document", document.id())
                        .setParameter("edition", document.edition())
                        .setParameter("piece", piece++)
                        .setParameter("bytes", bytes)
                        .executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Piece by piece, so that a download never fills the memory. */
    void write(Document document, OutputStream out) {
        entities().unwrap(Session.class).doWork(connection -> {
            try (var query = connection.prepareStatement(
                    "select bytes from document_piece where document = ? and edition = ? and piece = ?")) {
                query.setObject(1, document.id());
                query.setInt(2, document.edition());
                for (int piece = 0; ; piece++) {
                    query.setInt(3, piece);
                    try (var row = query.executeQuery()) {
                        if (!row.next()) {
                            return;
                        }
                        out.write(row.getBytes(1));
                    } catch (IOException e) {
                        throw new UncheckedIOException("a reader went away", e);
                    }
                }
            }
        });
    }
}
