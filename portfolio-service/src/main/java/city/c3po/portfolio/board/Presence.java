package city.c3po.portfolio.board;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who attends for a seat. */
@Schema(name = "Presence", description = "Who attends for a seat: the member or the alternate.")
record Presence(int seat, String person) {}
