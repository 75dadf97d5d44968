package city.c3po.reporting.dashboard;

import city.c3po.reporting.rendering.Presentation;
import city.c3po.reporting.rendering.Presentation.Notice;
import city.c3po.reporting.rendering.Presentation.Table;
import city.c3po.reporting.rendering.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard as its template reads it: everything is said and drawn already.
 *
 * @param asOf null where there is no report to show
 */
public record Dashboard(
        Words w,
        List<Language> languages,
        List<Notice> notices,
        @Nullable Dates dates,
        List<Figure> figures,
        List<Presentation.Chart> charts,
        @Nullable Table recommendations,
        String recommendationsLead,
        @Nullable Changes changes,
        List<Archived> archive,
        @Nullable Empty empty) {

    /** @param href null for the one that is shown */
    public record Language(
            String code, String name, @Nullable String href) {}

    public record Dates(String asOf, String published, String next, String report, String href) {}

    public record Figure(String value, String label, boolean absent) {}

    /** @param more where the rest is; null when all are shown */
    public record Changes(
            String lead, List<Change> items, @Nullable String more, String href) {}

    /** @param details kind, number and what is different, in one line */
    public record Change(String title, String details) {}

    /** @param href null where its figures were taken back */
    public record Archived(
            String number,
            String title,
            String meeting,
            String published,
            String sha256,
            String remark,
            String href,
            boolean readable) {}

    public record Empty(String heading, String text) {}
}
