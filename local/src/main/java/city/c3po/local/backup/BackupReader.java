package city.c3po.local.backup;

import city.c3po.local.part.Home;
import city.c3po.local.part.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A finished backup. Nothing is taken from it whose SHA-256 is not the one that was written down. */
final class BackupReader {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    private final Path folder;
    private final Map<String, String> sums;

    private BackupReader(Path folder, Map<String, String> sums) {
        this.folder = folder;
        this.sums = sums;
    }

    static BackupReader of(Path folder) {
        var list = folder.resolve(BackupWriter.SUMS);
        if (!Files.isRegularFile(list)) {
            throw new Refusal("%s is no backup, or one that was not finished: it has no %s."
                    .formatted(folder, BackupWriter.SUMS));
        }
        try {
            var sums = new TreeMap<String, String>();
            for (var line : Files.readAllLines(list)) {
                var parts = LINE.matcher(line);
                if (!parts.matches()
                        || !folder.resolve(parts.group(2)).normalize().startsWith(folder)) {
                    throw damaged(folder, list.getFileName() + " holds a line that is none of ours");
                }
                sums.put(parts.group(2), parts.group(1));
            }
            var backup = new BackupReader(folder, sums);
            backup.mustBeWhole();
            return backup;
        } catch (IOException e) {
            throw new Refusal("The backup cannot be read", e);
        }
    }

    private void mustBeWhole() throws IOException {
        var missing = new TreeSet<>(sums.keySet());
        var foreign = new TreeSet<String>();
        for (var file : files()) {
            if (!missing.remove(file) && !file.equals(BackupWriter.SUMS)) {
                foreign.add(file);
            }
        }
        if (!missing.isEmpty()) {
            throw damaged(folder, missing.first() + " is missing");
        }
        if (!foreign.isEmpty()) {
            throw damaged(folder, "%s is not in %s".formatted(foreign.first(), BackupWriter.SUMS));
        }
    }

    private Set<String> files() throws IOException {
        try (var all = Files.walk(folder)) {
            var names = new TreeSet<String>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(folder.relativize(file).toString()));
            return names;
        }
    }

    byte[] read(String name) throws IOException {
        if (!sums.containsKey(name)) {
            throw damaged(folder, name + " is missing");
        }
        var content = new ByteArrayOutputStream();
        try (var in = Files.newInputStream(folder.resolve(name))) {
            check(name, Digests.copy(in, content));
        }
        return content.toByteArray();
    }

    /** @return how many files there were below the prefix */
    int copyTo(Path target, String prefix) throws IOException {
        var copied = 0;
        for (var name : sums.keySet()) {
            if (name.startsWith(prefix)) {
                var file = target.resolve(name.substring(prefix.length()));
                Home.create(file.getParent());
                try (var in = Files.newInputStream(folder.resolve(name));
                        var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                    check(name, Digests.copy(in, out));
                }
                copied++;
            }
        }
        return copied;
    }

    private void check(String name, String sum) {
        if (!sum.equals(sums.get(name))) {
            throw damaged(folder, "%s has another SHA-256 than %s says".formatted(name, BackupWriter.SUMS));
        }
    }

    private static Refusal damaged(Path folder, String how) {
        return new Refusal("The backup %s is damaged: %s. Nothing was restored.".formatted(folder, how));
    }
}
