/**
 * The database server: PostgreSQL from ready-made binaries, with durable settings, one database and two roles for each
 * service. The binaries hold the server only, so nothing here calls {@code psql} or {@code pg_dump}.
 */
@NullMarked
package city.c3po.local.postgres;

import org.jspecify.annotations.NullMarked;
