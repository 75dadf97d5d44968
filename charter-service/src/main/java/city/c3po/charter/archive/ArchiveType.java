package city.c3po.charter.archive;

/** What kind of record an entry leads to. */
enum ArchiveType {
    CHARTER,
    DOCUMENT,
    DECISION
}
