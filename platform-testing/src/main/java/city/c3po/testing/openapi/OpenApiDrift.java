package city.c3po.testing.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The document that a service serves must be the one committed as {@code docs/openapi/<key>.json}. */
public final class OpenApiDrift {
    private final CommittedFile committed;

    private OpenApiDrift(CommittedFile committed) {
        this.committed = committed;
    }

    public static OpenApiDrift of(String key) {
        return new OpenApiDrift(CommittedFile.docs("openapi/" + key + ".json"));
    }

    static OpenApiDrift in(Path file, boolean updates) {
        return new OpenApiDrift(new CommittedFile(file, updates));
    }

    /** @param built as served at {@code /q/openapi?format=json} */
    public void check(String built) {
        ApiDocument.parse(built).checkReferences();
        committed.check(CommittedFile.parse(built), UnaryOperator.identity(), OpenApiDrift::place);
    }

    /** @param built as stored by the build */
    public void check(Path built) {
        try {
            check(Files.readString(built));
        } catch (IOException e) {
            throw new UncheckedIOException("built document " + built, e);
        }
    }

    /** {@code /paths/~1v1~1charters/get/responses/200} → {@code operation GET /v1/charters, responses/200}. */
    static String place(String pointer) {
        var part = pointer.split("/", 5);
        if (part.length > 2 && part[1].equals("paths")) {
            var path = part[2].replace("~1", "/").replace("~0", "~");
            return part.length == 3
                    ? "path " + path
                    : "operation " + part[3].toUpperCase() + " " + path + rest(part, 4);
        }
        if (part.length > 3 && part[1].equals("components")) {
            return part[2].substring(0, part[2].length() - 1) + " " + part[3] + rest(part, 4);
        }
        return pointer.isEmpty() ? "the document" : pointer.substring(1);
    }

    private static String rest(String[] part, int from) {
        return part.length > from ? ", " + part[from].replace("~1", "/").replace("~0", "~") : "";
    }
}
