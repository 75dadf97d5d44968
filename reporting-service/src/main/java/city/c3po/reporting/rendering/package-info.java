/**
 * A frozen report, said five ways.
 *
 * <p>A {@link city.c3po.reporting.rendering.Presentation} is the model as sections and tables of cells, in a reader's
 * language; HTML, PDF, CSV and XLSX are made of it and of nothing else, so that all carry the same figures. JSON is the
 * model itself. What was not reported says so.
 */
@NullMarked
package city.c3po.reporting.rendering;

import org.jspecify.annotations.NullMarked;
