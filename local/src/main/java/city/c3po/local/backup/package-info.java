/**
 * A backup of the suite and the way back. The backup is one physical copy of the database server, taken while it works,
 * so that all services are copied at the same instant, with the secrets without which cursors and receipts of before
 * would be worth nothing. A restore opens a new epoch: what was told after the backup never was, so topics begin empty,
 * every journal is sent again, and positions in the feed of before lead nowhere.
 */
@NullMarked
package city.c3po.local.backup;

import org.jspecify.annotations.NullMarked;
