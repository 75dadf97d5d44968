/**
 * The rules of the house that a machine can keep. A module takes part by one empty class {@code HouseRulesTest extends
 * HouseRules} in its base package.
 */
@NullMarked
package city.c3po.testing.house;

import org.jspecify.annotations.NullMarked;
