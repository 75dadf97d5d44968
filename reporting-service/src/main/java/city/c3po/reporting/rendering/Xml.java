package city.c3po.reporting.rendering;

/** Text where markup is written. */
public final class Xml {
    private Xml() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
