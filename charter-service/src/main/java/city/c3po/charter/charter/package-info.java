/**
 * Charters: clarity before commitment.
 *
 * <p>A charter says what a project promises: the product (what, why), the project (who, how, when), people, process and
 * technology, money and reviews. It is drafted, reviewed, and, once complete, frozen and signed (COMMITTING → COMMITTED);
 * later the same people accept what was delivered. Signed content is never edited: it is amended by a new version. Here
 * are the content, its completeness, the states and the seats; who signs when is the business of {@code signing}, what
 * was delivered that of {@code acceptance}.
 */
@NullMarked
package city.c3po.charter.charter;

import org.jspecify.annotations.NullMarked;
