/**
 * The Procurement Planning Board: who decides, and how it comes to a decision.
 *
 * <p>A board has seats, held by members for a term, each with an alternate. A meeting is NOTICED, OPEN, ADJOURNED, and its
 * minutes are APPROVED. Items on its docket are initiatives; nobody takes part in what they wrote. A motion is put and
 * voted on while the quorum, more than half of all seats, is present and not recused on that item; it is carried if more
 * say yes than no. The decision never changes; a later one supersedes it. What was not decided is carried over. Per fiscal
 * year the board ranks what it has seen.
 */
@NullMarked
package city.c3po.portfolio.board;

import org.jspecify.annotations.NullMarked;
