/**
 * The schedule network: what must be done, in which order, and what follows from it.
 *
 * <p>A {@link city.c3po.portfolio.schedule.network.Network} is a directed graph without cycles: activities, links between
 * their starts and finishes with a lag in working days, and constraints. {@link
 * city.c3po.portfolio.schedule.network.CriticalPath} reckons its dates by the critical path method (Kelley and Walker, 1959;
 * precedence diagrams after Fondahl, 1961) and says of every date what drives it. All is pure: values in, values out, no
 * clock and no database.
 *
 * <p>Inside, time is counted in working days of the city calendar from the project's start: a point {@code t} is the opening
 * of working day {@code t}, which is also the close of the working day before. An activity that starts at {@code s} and lasts
 * {@code d} finishes at {@code s + d}; people read {@code day(s)} and {@code day(s + d − 1)}, because finish dates are
 * inclusive. The conventions in full:
 *
 * <ul>
 *   <li>Links: FS {@code s_j ≥ f_i + lag}, SS {@code s_j ≥ s_i + lag}, FF {@code f_j ≥ f_i + lag}, SF {@code f_j ≥ s_i + lag}.
 *   <li>Nothing starts before the project's start, and nothing that is still to be done before the data date. The data date is
 *       the opening of that day.
 *   <li>A finished activity stands where it was done. A running one keeps its start; its remaining part waits for the data
 *       date and for unfinished predecessors (retained logic), and its float is that of the remaining part.
 *   <li>SNET and FNET hold back; SNLT, FNLT and a deadline only tighten late dates. MSO and MFO do both and are soft: logic
 *       wins, and negative float shows the conflict.
 *   <li>No late finish lies after the project's finish. Total float is {@code LS − ES}, free float the least by which any
 *       successor, or the project's finish, would notice. Critical is a total float up to a threshold, 0 where none is named.
 *       What is finished has no float and is not critical.
 *   <li>A milestone that waits for another's finish (FS, FF) is the close of a day and carries the date of that day; any other
 *       milestone is the opening of its day. No milestone still to be reached is dated before the data date.
 *   <li>A level of effort spans from its predecessors (FS, SS) to what it serves (FF, SF), or to the project's finish, or lasts
 *       as long as it says. It drives nothing, has no float, and never is critical.
 * </ul>
 */
@NullMarked
package city.c3po.portfolio.schedule.network;

import org.jspecify.annotations.NullMarked;
