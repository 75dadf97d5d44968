package city.c3po.reporting.rendering;

/**
 * A chart, as a screen draws it and as paper does. Both have every figure in letters beside the shape, so that nothing
 * depends on colour, and the table with the same figures is never far.
 */
public sealed interface Drawing permits Bars, Timeline {
    /** As SVG, twice: for a wide column and for a phone. The style sheet shows one of them. */
    String svg();

    /**
     * As a table whose middle column is drawn with boxes: a PDF of it is read aloud like any table, and needs no fonts of
     * the machine that makes it.
     */
    String printed();
}
