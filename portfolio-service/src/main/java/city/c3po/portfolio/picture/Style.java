package city.c3po.portfolio.picture;

/** Colours for day and night; each pair differs in lightness, so that grey tells it, too. */
final class Style {
    private static final String LIGHT = rules(
            "#ffffff", "#1b1f24", "#57606a", "#d0d7de", "#9ec5e8", "#1f5f99", "#8f2d0a", "#ffffff", "#8c959f",
            "#f3f5f7");
    private static final String DARK = rules(
            "#14181d", "#e8ecf0", "#a3adb8", "#39424d", "#3d6f9e", "#9fd0f5", "#ffab7a", "#14181d", "#7d8794",
            "#1b2128");

    /** For both pictures. */
    static final String SHEET = "\n.c3po text{font-family:system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif}"
            + LIGHT + "\n@media (prefers-color-scheme:dark){" + DARK + "}\n";

    private Style() {}

    /**
     * @param soft of the usual bar
     * @param strong of the usual bar's edge and what is earned
     * @param alarm of what is critical or spent
     * @param onAlarm of what is drawn on it
     */
    private static String rules(
            String paper,
            String ink,
            String faint,
            String line,
            String soft,
            String strong,
            String alarm,
            String onAlarm,
            String baseline,
            String band) {
        return "\n.c3po .paper{fill:%s}.c3po .ink{fill:%s}.c3po .faint{fill:%s}".formatted(paper, ink, faint)
                + ".c3po .grid{stroke:%s;stroke-width:1}.c3po .year{stroke:%s;stroke-width:1.5}".formatted(line, faint)
                + ".c3po .halo{stroke:%s;stroke-width:4;stroke-linejoin:round;paint-order:stroke}".formatted(paper)
                + ".c3po .band{fill:%s}".formatted(band)
                + ".c3po .bar{fill:%s;stroke:%s;stroke-width:1}".formatted(soft, strong)
                + ".c3po .critical{fill:%s;stroke:%s;stroke-width:1}".formatted(alarm, alarm)
                + ".c3po .done{fill:%s}.c3po .done-critical{fill:%s}".formatted(ink, onAlarm)
                + ".c3po .baseline{fill:none;stroke:%s;stroke-width:1.5}".formatted(baseline)
                + ".c3po .span{fill:%s}".formatted(faint)
                + ".c3po .now{stroke:%s;stroke-width:1.5;stroke-dasharray:5 3}".formatted(ink)
                + ".c3po .planned{fill:none;stroke:%s;stroke-width:2;stroke-dasharray:7 4}".formatted(faint)
                + ".c3po .earned{fill:none;stroke:%s;stroke-width:3}.c3po .earned-dot{fill:%s}"
                        .formatted(strong, strong)
                + ".c3po .actual{fill:none;stroke:%s;stroke-width:2}".formatted(alarm)
                + ".c3po .actual-dot{fill:%s;stroke:%s;stroke-width:2}".formatted(paper, alarm)
                + ".c3po .outlook{fill:none;stroke:%s;stroke-width:2;stroke-dasharray:2 4}".formatted(alarm)
                + ".c3po .cone{fill:%s;opacity:.14}".formatted(alarm)
                + ".c3po .strong{fill:%s}.c3po .alarm{fill:%s}".formatted(strong, alarm);
    }
}
