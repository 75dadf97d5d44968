package city.c3po.portfolio.project;

import city.c3po.platform.value.Reference;
import java.util.List;

/**
 * Where a project comes from.
 *
 * @param part which of the initiative's projects it is, from 1; unique in the database
 * @param conditions of the board's approval
 * @param authors of the initiative: none of them judges the project's gates
 */
public record Origin(Reference initiative, int part, List<BoardCondition> conditions, List<String> authors) {}
