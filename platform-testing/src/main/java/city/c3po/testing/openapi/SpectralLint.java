package city.c3po.testing.openapi;

import city.c3po.testing.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Lints OpenAPI documents with Spectral. It needs Node: without it the test is skipped and says why, or fails where
 * nothing may be skipped ({@code -Dc3po.all=true}).
 */
public final class SpectralLint {
    private static final long PATIENCE_MINUTES = 5;
    private final Path folder;
    private final Path ruleset;

    private final String node;

    private SpectralLint(Path module, String node) {
        this.node = node;
        folder = module.resolve("npm");
        ruleset = module.resolve("src/main/resources/spectral.yaml");
    }

    /** Spectral, installed on first use from the committed lock file. */
    public static SpectralLint installed() {
        return installed("node");
    }

    static SpectralLint installed(String node) {
        var lint = new SpectralLint(Workspace.root().resolve("platform-testing"), node);
        demand(lint.runs(node, "--version"), "Spectral lint needs Node, which is not on the PATH");
        if (!Files.exists(lint.program())) {
            // Without scripts: a linter has no business running anything at installation.
            demand(
                    lint.runs("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"),
                    "Spectral lint: npm could not install it into " + lint.folder);
        }
        return lint;
    }

    public void check(List<Path> documents) {
        var findings = findings(documents);
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.size() + " findings of Spectral:\n"
                    + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    record Finding(Path document, String rule, String place, String message) {
        @Override
        public String toString() {
            return "  %s %s: %s %s".formatted(document.getFileName(), place, rule, message);
        }
    }

    List<Finding> findings(List<Path> documents) {
        var command = new ArrayList<>(List.of(node, program().toString(), "lint", "--quiet"));
        command.addAll(List.of("--ruleset", ruleset.toString(), "--format", "json", "--fail-severity", "warn"));
        documents.forEach(document -> command.add(document.toString()));
        var run = run(command);
        if (run.status() != 0 && !run.output().startsWith("[")) {
            throw new AssertionError("Spectral could not run:\n" + run.output());
        }
        var findings = new ArrayList<Finding>();
        for (var result : CommittedFile.parse(run.output())) {
            var place = new ArrayList<String>();
            result.path("path").forEach(step -> place.add(step.asText()));
            findings.add(new Finding(
                    Path.of(result.path("source").asText()),
                    result.path("code").asText(),
                    String.join(" ", place),
                    result.path("message").asText()));
        }
        return findings;
    }

    private Path program() {
        return folder.resolve("node_modules/@stoplight/spectral-cli/dist/index.js");
    }

    private static void demand(boolean met, String otherwise) {
        if (!met && Workspace.demandsAll()) {
            throw new AssertionError(otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    private boolean runs(String... command) {
        try {
            return run(List.of(command)).status() == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    private record Run(int status, String output) {}

    private Run run(List<String> command) {
        try {
            var output = Files.createTempFile("spectral", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command.getFirst() + " did not end in " + PATIENCE_MINUTES + " minutes");
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Run(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + command, e);
        }
    }
}
