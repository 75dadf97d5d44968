/**
 * Assets: what the city owns, runs and subscribes to.
 *
 * <p>An asset has a kind, a tag that is never used again, and a state that moves only as its lifecycle allows. All else is
 * <em>said</em> of it: each source makes claims, all are kept, and per attribute one of them is believed. The
 * {@code provenance} tells which; {@code identity} tells by what keys the claims were found to mean the same thing. People
 * are the source {@code manual}.
 */
@NullMarked
package city.c3po.inventory.asset;

import org.jspecify.annotations.NullMarked;
