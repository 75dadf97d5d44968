-- How long a session may work, wait or idle. Said of the session at once, and of its role for all that come: behind a
-- pooler that shares sessions, what a session says of itself is lost with it, or somebody else's.
-- Run by the role that it is about, since everybody may say so of themselves.
create function limit_sessions(work text, wait text, idle text) returns void
    language plpgsql as $$
declare
    wanted text[] := array['statement_timeout=' || work, 'lock_timeout=' || wait,
                           'idle_in_transaction_session_timeout=' || idle];
    one    text;
begin
    foreach one in array wanted loop
        perform set_config(split_part(one, '=', 1), split_part(one, '=', 2), false);
    end loop;
    if not exists (select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
                   where d.datname = current_database() and s.setrole = current_user::regrole and s.setconfig @> wanted)
    then
        -- All connections of a new pool come at once.
        perform pg_advisory_xact_lock(hashtextextended('limit-sessions', 0));
        foreach one in array wanted loop
            execute format('alter role %I in database %I set %I = %L', current_user, current_database(),
                           split_part(one, '=', 1), split_part(one, '=', 2));
        end loop;
    end if;
end $$;
