package city.c3po.charter.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Does what VERIFY.md says, with SHA-256 and a JOSE library that the service does not use. */
final class BundleCheck {
    /** What is wrong with it. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    private final Map<String, byte[]> files;
    private final JsonWebKeySet keys;

    /** @param trusted the keys, as fetched or kept before: those in the bundle prove nothing by themselves */
    BundleCheck(Map<String, byte[]> files, JsonWebKeySet trusted) {
        this.files = files;
        this.keys = trusted;
    }

    static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    void run() throws Broken {
        try {
            manifest();
            receipts();
            journal();
        } catch (JoseException | RuntimeException e) {
            throw new Broken(e.toString());
        }
    }

    private void manifest() throws JoseException, Broken {
        var hashes = (Map<?, ?>) JsonUtil.parseJson(payload("manifest.jws")).get("files");
        var listed = new TreeMap<String, String>();
        hashes.forEach((name, hash) -> listed.put(name.toString(), hash.toString()));
        require(listed.size() == files.size() - 1, "files that the manifest does not list");
        for (var file : listed.entrySet()) {
            require(files.containsKey(file.getKey()), file.getKey() + " is missing");
            require(sha256(files.get(file.getKey())).equals(file.getValue()), file.getKey() + " was changed");
        }
    }

    private void receipts() throws JoseException, Broken {
        var texts = new HashMap<String, String>();
        files.forEach((name, bytes) -> {
            if (name.startsWith("texts/")) {
                texts.put(sha256(bytes), name);
            }
        });
        for (var name : files.keySet()) {
            if (name.startsWith("receipts/")) {
                var hash = JsonUtil.parseJson(payload(name)).get("contentHash");
                require(texts.containsKey(hash.toString()), name + " signs a text that is not here");
            }
        }
    }

    private void journal() throws JoseException, Broken {
        var rows = (List<?>)
                JsonUtil.parseJson("{\"rows\":" + text("journal.json") + "}").get("rows");
        var last = new HashMap<String, String>();
        for (var each : rows) {
            var row = (Map<?, ?>) each;
            var aggregate = row.get("aggregateType") + "/" + row.get("aggregateId");
            require(
                    row.get("prevHash").equals(last.getOrDefault(aggregate, "0".repeat(64))),
                    aggregate + " does not continue");
            require(row.get("factSha256").equals(sha256(utf8(row.get("fact")))), aggregate + ": fact was changed");
            require(row.get("stateSha256").equals(sha256(utf8(row.get("state")))), aggregate + ": state was changed");
            require(row.get("hash").equals(sha256(parts(row))), aggregate + ": a column was changed");
            last.put(aggregate, row.get("hash").toString());
        }
        require(!last.isEmpty(), "no journal");
    }

    private static byte[] parts(Map<?, ?> row) {
        var id = UUID.fromString(row.get("eventId").toString());
        var all = List.of(
                hex(row.get("prevHash")),
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array(),
                utf8(row.get("aggregateType")),
                utf8(row.get("aggregateId")),
                number(row.get("version")),
                utf8(row.get("type")),
                number(row.get("occurredAtMicros")),
                number(row.get("recordedAtMicros")),
                utf8(row.get("actor")),
                hex(row.get("factSha256")),
                hex(row.get("stateSha256")));
        var bytes = ByteBuffer.allocate(
                all.stream().mapToInt(part -> part.length + 4).sum());
        all.forEach(part -> bytes.putInt(part.length).put(part));
        return bytes.array();
    }

    private String payload(String name) throws JoseException, Broken {
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(text(name));
        // a decoder forgives what stands in the last bits of a character; whoever compares bytes does not
        for (var part : text(name).split("\\.", -1)) {
            require(Base64Url.encode(Base64.getUrlDecoder().decode(part)).equals(part), name + ": not in its one form");
        }
        var kid = jws.getKeyIdHeaderValue();
        jws.setKey(keys.getJsonWebKeys().stream()
                .filter(key -> key.getKeyId().equals(kid))
                .findFirst()
                .map(JsonWebKey::getKey)
                .orElseThrow(() -> new Broken("no key " + kid)));
        require(jws.verifySignature(), name + ": signature");
        return jws.getPayload();
    }

    private String text(String name) throws Broken {
        require(files.containsKey(name), name + " is missing");
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] number(Object value) {
        return ByteBuffer.allocate(8).putLong(((Number) value).longValue()).array();
    }

    private static byte[] hex(Object value) {
        return HexFormat.of().parseHex(value.toString());
    }

    private static byte[] utf8(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void require(boolean holds, String otherwise) throws Broken {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
