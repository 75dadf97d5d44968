package city.c3po.local.identity;

import city.c3po.local.part.Home;
import city.c3po.local.part.JavaProgram;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keycloak's programs. Keycloak wants to be built once for the features it shall have; every later start is then three
 * times as quick.
 */
final class KeycloakDistribution {
    private static final List<String> OPTIONS = List.of(
            "--db=dev-file",
            // What the city does not use need not be loaded.
            "--features-disabled=admin-fine-grained-authz,authorization,ciba,client-policies,device-flow,impersonation,"
                    + "kerberos,organization,par,passkeys,web-authn,token-exchange-standard");

    private final Home home;

    KeycloakDistribution(Home home) {
        this.home = home;
    }

    Path folder() {
        try (var files = Files.list(home.software())) {
            return files.filter(file -> file.getFileName().toString().startsWith("keycloak-"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("No Keycloak in " + home.software()
                            + ": build module local again, or name an identity provider with C3PO_OIDC_URL."));
        } catch (IOException e) {
            throw new Refusal("Keycloak cannot be found", e);
        }
    }

    Path jar() {
        return folder().resolve("lib/quarkus-run.jar");
    }

    List<Path> fingerprint() {
        return List.of(jar(), folder().resolve("lib/quarkus/generated-bytecode.jar"));
    }

    void build(Progress progress) {
        var marker = folder().resolve("built-with");
        // Two suites of one repository may start at the same moment.
        try (var channel = FileChannel.open(
                        home.software().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()
                    || (Files.exists(marker) && Files.readString(marker).equals(OPTIONS.toString()))) {
                return;
            }
            progress.say("identity", "building Keycloak once, about 25 s");
            run();
            Files.writeString(marker, OPTIONS.toString());
        } catch (IOException e) {
            throw new Refusal("Keycloak cannot be built", e);
        }
    }

    private void run() throws IOException {
        var log = Home.create(home.logs()).resolve("identity-build.log");
        var command =
                new java.util.ArrayList<>(List.of(folder().resolve("bin/kc.sh").toString(), "build"));
        command.addAll(OPTIONS);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA", JavaProgram.java().toString());
        builder.environment().put("JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m");
        try {
            if (builder.start().waitFor() != 0) {
                throw new Refusal("Keycloak cannot be built:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while building Keycloak");
        }
    }
}
