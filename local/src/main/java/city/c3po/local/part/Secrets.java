package city.c3po.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Passwords and keys, made up when first asked for and kept in {@code secrets.properties}, which only its owner can
 * read. None is ever the same on two machines. A secret of a server that is not ours to start comes from the
 * environment: {@code db.portfolio.owner} from {@code C3PO_SECRET_DB_PORTFOLIO_OWNER}.
 */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Settings settings;

    public Secrets(Path folder, Settings settings) {
        this.settings = settings;
        this.file = folder.resolve("secrets.properties");
    }

    public String password(String name) {
        return get(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
    }

    /** A key that signs paging cursors, as the services expect it: its id, a colon, and 32 bytes. */
    public String cursorKey(String name) {
        return get(name, () -> "k1:" + Base64.getEncoder().encodeToString(bytes(32)));
    }

    /** A key that signs receipts, as the charter service expects it: a JWK set with one key on P-256. */
    public String signingKeys(String name) {
        return get(name, Secrets::signingKey);
    }

    private static String signingKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"k1\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}]}"
                    .formatted(
                            coordinate(point.getAffineX()),
                            coordinate(point.getAffineY()),
                            coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** 32 bytes, most significant first, without the sign that BigInteger may put before them. */
    private static String coordinate(BigInteger value) {
        var signed = value.toByteArray();
        var bytes = new byte[32];
        int length = Math.min(signed.length, bytes.length);
        System.arraycopy(signed, signed.length - length, bytes, bytes.length - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private synchronized String get(String name, Supplier<String> invent) {
        var given = settings.get(setting(name));
        if (given.isPresent()) {
            return given.get();
        }
        var all = read();
        var known = all.getProperty(name);
        if (known != null) {
            return known;
        }
        var invented = invent.get();
        all.setProperty(name, invented);
        write(all);
        return invented;
    }

    public static String setting(String name) {
        return "C3PO_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private Properties read() {
        var all = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                all.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private void write(Properties all) {
        var next = file.resolveSibling("secrets.properties.new");
        try {
            Home.create(file.getParent());
            Files.deleteIfExists(next);
            // Private from the first byte on: a later chmod would leave a moment in which others can read.
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newBufferedWriter(next)) {
                all.store(out, "Made at the first start. Delete together with the data only: ./c3po down --wipe");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
