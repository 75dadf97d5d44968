package city.c3po.gateway.page;

/**
 * A problem as its owner explains it, in {@code problems/<key>.json}.
 *
 * @param code within its key
 * @param status of the answers that carry it
 * @param meaning what has happened, for people
 * @param whatToDo next
 */
record ProblemCode(String code, int status, String title, String meaning, String whatToDo) {}
