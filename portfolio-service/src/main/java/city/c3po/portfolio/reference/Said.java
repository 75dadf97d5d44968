package city.c3po.portfolio.reference;

import org.jspecify.annotations.Nullable;

/** What somebody says about a record of reference data: the body of its PUT, and what is kept of it. */
interface Said<S extends Said<S>> {
    /** The department system that says it. */
    @Nullable String source();

    @Nullable Boolean sampleData();

    /** The same, with origin and purpose settled. */
    S settled(@Nullable String source, boolean sampleData);
}
