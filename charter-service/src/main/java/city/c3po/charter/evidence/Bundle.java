package city.c3po.charter.evidence;

import city.c3po.charter.charter.Canonical;
import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.signing.Receipts;
import city.c3po.charter.signing.SigningKeys;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts the files of a bundle together. */
@Singleton
class Bundle {
    private static final String[] RECEIPT = {"seat", "purpose", "version", "contentHash", "superseded", "sha256", "file"
    };
    private static final String[] DOCUMENT = {"id", "kind", "title", "edition", "mediaType", "size", "sha256", "link"};
    private static final String[] ROW = {
        "eventId",
        "aggregateType",
        "aggregateId",
        "version",
        "type",
        "occurredAtMicros",
        "recordedAtMicros",
        "actor",
        "fact",
        "state",
        "factSha256",
        "stateSha256",
        "prevHash",
        "hash"
    };

    private final Charters charters;
    private final EntityManager entities;
    private final SigningKeys keys;
    private final Receipts receipts;
    private final ObjectMapper json;

    Bundle(Charters charters, EntityManager entities, SigningKeys keys, Receipts receipts, ObjectMapper json) {
        this.charters = charters;
        this.entities = entities;
        this.keys = keys;
        this.receipts = receipts;
        this.json = json;
    }

    byte[] of(Charter charter, Instant at) {
        var files = new TreeMap<String, byte[]>();
        for (var frozen : charters.frozen(charter.id())) {
            files.put(
                    "texts/%s-%d-%s.json"
                            .formatted(
                                    frozen.kind().name().toLowerCase(Locale.ROOT),
                                    frozen.number(),
                                    frozen.hash().substring(0, 12)),
                    bytes(frozen.canonical()));
        }
        addReceipts(charter, files);
        files.put("documents.json", bytes(text(rows(charter, DOCUMENT, """
                select cast(id as text), kind, title, edition, media_type, size, sha256, link
                from document where charter = :charter order by registered_at, id"""))));
        files.put("journal.json", bytes(text(rows(charter, ROW, """
                select cast(event_id as text), aggregate_type, aggregate_id, version, type,
                       cast(extract(epoch from occurred_at) * 1000000 as bigint),
                       cast(extract(epoch from recorded_at) * 1000000 as bigint), actor,
                       cast(fact as text), cast(state as text), encode(fact_sha256, 'hex'), encode(state_sha256, 'hex'),
                       encode(prev_hash, 'hex'), encode(hash, 'hex')
                from journal
                where (aggregate_type = 'charter' and aggregate_id = cast(:charter as text))
                   or (aggregate_type = 'signOff'
                       and aggregate_id in (select cast(s.id as text) from sign_off s where s.charter = :charter))
                order by id"""))));
        files.put("keys.json", bytes(text(Map.of("keys", keys.published()))));
        files.put("VERIFY.md", guide());
        files.put("manifest.jws", bytes(manifest(charter, files, at)));
        return zipped(files);
    }

    private void addReceipts(Charter charter, Map<String, byte[]> files) {
        var said = rows(
                charter,
                new String[] {"seat", "purpose", "version", "contentHash", "superseded", "sha256", "jws"},
                """
                select seat, purpose, of, hash, superseded, receipt_sha256, receipt
                from sign_off where charter = :charter and receipt is not null order by closed_at, id""");
        var list = said.stream()
                .map(row -> {
                    var file = "receipts/%s-%s-%s.jws"
                            .formatted(
                                    row.get("purpose").toString().toLowerCase(Locale.ROOT),
                                    row.get("seat"),
                                    row.get("sha256").toString().substring(0, 12));
                    files.put(file, bytes(row.get("jws").toString()));
                    var entry = new LinkedHashMap<String, Object>();
                    for (var name : RECEIPT) {
                        entry.put(name, name.equals("file") ? file : row.get(name));
                    }
                    return entry;
                })
                .toList();
        files.put("receipts.json", bytes(text(list)));
    }

    private String manifest(Charter charter, Map<String, byte[]> files, Instant at) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, content) -> hashes.put(name, Canonical.sha256(content)));
        var said = new LinkedHashMap<String, Object>();
        said.put("charter", charter.reference());
        said.put("madeAt", at.toString());
        said.put("files", hashes);
        return receipts.signed(said);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(Charter charter, String[] names, String sql) {
        List<Object[]> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter("charter", charter.id())
                .getResultList();
        return rows.stream()
                .map(row -> {
                    Map<String, Object> named = new LinkedHashMap<>();
                    for (int n = 0; n < names.length; n++) {
                        named.put(names[n], row[n]);
                    }
                    return named;
                })
                .toList();
    }

    private static byte[] guide() {
        try (var in = Bundle.class.getResourceAsStream("/evidence/VERIFY.md")) {
            if (in == null) {
                throw new IllegalStateException("the service ships without VERIFY.md");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String text(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
