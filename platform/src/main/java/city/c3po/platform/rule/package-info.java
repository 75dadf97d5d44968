/**
 * What must hold, and how a refusal is said.
 *
 * <p>A {@link city.c3po.platform.rule.Rule} is an enum constant with a truth as its name; breaking it throws the one
 * business exception, {@link city.c3po.platform.rule.RuleViolation}. Its {@link city.c3po.platform.rule.Kind} decides the HTTP status, in
 * one switch in the web package. {@link city.c3po.platform.rule.Seen} is the version a caller has seen.
 */
@NullMarked
package city.c3po.platform.rule;

import org.jspecify.annotations.NullMarked;
