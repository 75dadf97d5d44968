package city.c3po.charter.project;

/** How much a charter asks for: portfolio says it of each project. */
public enum Tier {
    /** Minor: one page and three signatures. */
    LITE,
    /** Major by cost alone. */
    STANDARD,
    /** Any other major. */
    MAJOR
}
