package city.c3po.gateway.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How problem pages look. */
final class ProblemHtml {
    private ProblemHtml() {}

    static String index(Map<String, List<ProblemCode>> byKey) {
        var tables = byKey.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return page("Problems", """
                <p>An answer that is an error has a <code>type</code> that leads to one of these pages.</p>
                %s""".formatted(tables));
    }

    static String explain(String key, ProblemCode code) {
        return page(code.title(), """
                <dl>
                <dt>Status</dt><dd>%d</dd>
                <dt>Code</dt><dd><code>%s</code></dd>
                <dt>Comes from</dt><dd><a href="/problems/%s">%s</a></dd>
                </dl>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                """.formatted(
                        code.status(),
                        escape(code.code()),
                        escape(key),
                        escape(key),
                        escape(code.meaning()),
                        escape(code.whatToDo())));
    }

    static String unknown() {
        return page("Unknown problem", """
                <p>No problem of this name is known here. The <a href="/problems">index</a> lists all that are.</p>
                """);
    }

    private static String table(String key, List<ProblemCode> codes) {
        var rows = codes.stream()
                .map(code -> """
                        <tr><td>%d</td><td><a href="/problems/%s/%s">%s</a></td><td>%s</td></tr>
                        """.formatted(
                        code.status(), escape(key), escape(code.code()), escape(code.code()), escape(code.title())))
                .collect(Collectors.joining());
        return """
                <h2>%s</h2>
                <table>
                <thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Title</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                """.formatted(escape(key), rows);
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · C3PO Suite</title>
                <link rel="stylesheet" href="/docs/page.css">
                <link rel="icon" href="/docs/favicon.png">
                </head>
                <body>
                <nav aria-label="Documentation"><a href="/docs">Documentation</a> <a href="/problems">Problems</a></nav>
                <main>
                <h1>%1$s</h1>
                %2$s</main>
                </body>
                </html>
                """.formatted(escape(title), content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
