/**
 * What every module tests with. The two things a test asks for most often live here: servers ({@link
 * city.c3po.testing.WithInfra} in Quarkus tests, {@link city.c3po.testing.Infra} everywhere else) and tokens ({@link
 * city.c3po.testing.Tokens}). Gates that are the same for every service (house rules, contracts, documents,
 * authorization, fuzzing, REST conformance) are in the sibling packages, one each.
 */
@NullMarked
package city.c3po.testing;

import org.jspecify.annotations.NullMarked;
