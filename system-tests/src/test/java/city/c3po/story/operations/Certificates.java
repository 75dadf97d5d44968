package city.c3po.story.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of a story's own, and certificates for 127.0.0.1 from it, made with the JDK's keytool. */
final class Certificates {
    static final String PASSWORD = "of-no-secret";

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
        keytool(
                "-genkeypair",
                "-alias",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Authority",
                "-ext",
                "bc:c",
                "-validity",
                "30");
        keytool("-exportcert", "-alias", "authority", "-file", "authority.cer");
        keytool("trusted.p12", "-importcert", "-noprompt", "-alias", "authority", "-file", "authority.cer");
    }

    /** What a client must be told to trust. */
    Path trusted() {
        return folder.resolve("trusted.p12");
    }

    /** @param since as keytool has it: {@code -30d} for one that ended 29 days ago */
    SSLContext forOneDay(String since) {
        var alias = "server" + since;
        keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=127.0.0.1");
        keytool("-certreq", "-alias", alias, "-file", alias + ".csr");
        keytool(
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                alias + ".csr",
                "-outfile",
                alias + ".cer",
                "-startdate",
                since,
                "-validity",
                "1",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-importcert", "-noprompt", "-alias", alias, "-file", alias + ".cer");
        return context(alias);
    }

    private SSLContext context(String alias) {
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            var all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD.toCharArray());
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    alias,
                    all.getKey(alias, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(alias));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String verb, String... arguments) {
        if (verb.startsWith("-")) {
            run("keys.p12", verb, arguments);
        } else {
            run(
                    verb,
                    arguments[0],
                    List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        }
    }

    private void run(String store, String verb, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                verb,
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var out = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
