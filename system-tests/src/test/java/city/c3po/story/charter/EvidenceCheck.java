package city.c3po.story.charter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Does what a bundle's VERIFY.md says, with a JOSE library and SHA-256 alone: nothing of the suite is asked. */
final class EvidenceCheck {
    /** What is wrong with it. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files;
    private final JWKSet keys;

    /** @param trusted the keys as fetched before: those in the bundle prove nothing by themselves */
    EvidenceCheck(Map<String, byte[]> files, JWKSet trusted) {
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
        } catch (ParseException | JOSEException | JsonProcessingException | RuntimeException e) {
            throw new Broken(e.toString());
        }
    }

    /** Every file is as the signed manifest says, and there is none that it does not list. */
    private void manifest() throws Broken, ParseException, JOSEException, JsonProcessingException {
        var listed = JSON.readTree(payload("manifest.jws")).path("files");
        require(listed.size() == files.size() - 1, "files that the manifest does not list");
        for (var file : listed.properties()) {
            var bytes = files.get(file.getKey());
            require(bytes != null, file.getKey() + " is missing");
            require(sha256(bytes).equals(file.getValue().asText()), file.getKey() + " was changed");
        }
    }

    /** Every receipt is signed, over a text that is here. */
    private void receipts() throws Broken, ParseException, JOSEException, JsonProcessingException {
        var texts = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("texts/"))
                .map(file -> sha256(file.getValue()))
                .toList();
        for (var name : receiptNames().toList()) {
            var hash = JSON.readTree(payload(name)).path("contentHash").asText();
            require(texts.contains(hash), name + " signs a text that is not here");
        }
    }

    Stream<String> receiptNames() {
        return files.keySet().stream().filter(name -> name.startsWith("receipts/"));
    }

    /** Every row continues the one before, and hashes to what it says. */
    private void journal() throws Broken, JsonProcessingException {
        var last = new HashMap<String, String>();
        for (var row : JSON.readTree(files.get("journal.json") == null ? "[]" : text("journal.json"))) {
            var aggregate = row.path("aggregateType").asText() + "/"
                    + row.path("aggregateId").asText();
            var before = last.getOrDefault(aggregate, "0".repeat(64));
            require(row.path("prevHash").asText().equals(before), aggregate + " does not continue");
            require(row.path("factSha256").asText().equals(sha256(utf8(row, "fact"))), aggregate + ": fact");
            require(row.path("stateSha256").asText().equals(sha256(utf8(row, "state"))), aggregate + ": state");
            require(row.path("hash").asText().equals(sha256(parts(row))), aggregate + ": a column was changed");
            last.put(aggregate, row.path("hash").asText());
        }
        require(!last.isEmpty(), "no journal");
    }

    /** Each part behind its length, as the journal's one SQL function takes them. */
    private static byte[] parts(JsonNode row) {
        var id = UUID.fromString(row.path("eventId").asText());
        var all = List.of(
                hex(row, "prevHash"),
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array(),
                utf8(row, "aggregateType"),
                utf8(row, "aggregateId"),
                number(row, "version"),
                utf8(row, "type"),
                number(row, "occurredAtMicros"),
                number(row, "recordedAtMicros"),
                utf8(row, "actor"),
                hex(row, "factSha256"),
                hex(row, "stateSha256"));
        var bytes = ByteBuffer.allocate(
                all.stream().mapToInt(part -> part.length + 4).sum());
        all.forEach(part -> bytes.putInt(part.length).put(part));
        return bytes.array();
    }

    private String payload(String name) throws Broken, ParseException, JOSEException {
        var jws = JWSObject.parse(text(name));
        // a decoder forgives what stands in the last bits of a character; whoever compares bytes does not
        for (var part : jws.getParsedParts()) {
            require(Base64URL.encode(part.decode()).equals(part), name + ": not in its one form");
        }
        require(jws.serialize().equals(text(name)), name + ": more than a signature");
        var key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
        require(key != null, name + ": no such key");
        require(jws.verify(new ECDSAVerifier(key.toECKey())), name + ": signature");
        return jws.getPayload().toString();
    }

    private String text(String name) throws Broken {
        require(files.containsKey(name), name + " is missing");
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] number(JsonNode row, String name) {
        return ByteBuffer.allocate(8).putLong(row.path(name).asLong()).array();
    }

    private static byte[] hex(JsonNode row, String name) {
        return HexFormat.of().parseHex(row.path(name).asText());
    }

    private static byte[] utf8(JsonNode row, String name) {
        return row.path(name).asText().getBytes(StandardCharsets.UTF_8);
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
