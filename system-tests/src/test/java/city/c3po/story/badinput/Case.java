package city.c3po.story.badinput;

import city.c3po.story.suite.Answer;
import java.util.function.Supplier;

/**
 * One bad request.
 *
 * @param name what is wrong with it
 * @param code of the problem that it gets
 */
record Case(String name, int status, String code, Supplier<Answer> request) {}
