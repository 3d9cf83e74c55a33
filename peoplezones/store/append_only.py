"""The triggers that keep the log append-only, as each database is told of them.

They are guard rails against mistakes. Whoever owns the database can take them away: `rebuild` tells when they are gone.
"""

from __future__ import annotations

from collections.abc import Iterator

_REFUSED = "the log is append-only: {act} of an entry refused; put a mistake right by a new entry"
_SQLITE = "CREATE TRIGGER entry_refuses_{act} BEFORE {ACT} ON entry BEGIN SELECT RAISE(ABORT, '{refused}'); END"

#: The acts that PostgreSQL has a trigger for, and whether it fires for each row.
_ACTS = {"update": "ROW", "delete": "ROW", "truncate": "STATEMENT"}
_FUNCTION = "entry_is_append_only"
_BODY = (
    "BEGIN RAISE EXCEPTION '" + _REFUSED.format(act="%") + "', lower(TG_OP) USING ERRCODE = 'restrict_violation'; END"
)
_TRIGGER = "CREATE TRIGGER entry_refuses_{act} BEFORE {ACT} ON entry FOR EACH {row} EXECUTE FUNCTION {function}()"


def guards(dialect: str) -> Iterator[str]:
    """Yield the statements that guard the table `entry`, which is there already."""
    if dialect == "sqlite":
        for act in ("update", "delete"):
            yield _SQLITE.format(act=act, ACT=act.upper(), refused=_REFUSED.format(act=act))
    elif dialect == "postgresql":
        yield f"CREATE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ {_BODY} $$"
        for act in _ACTS:
            yield _trigger(act)
            # or it would not fire where rows are applied as a replica applies them (session_replication_role)
            yield f"ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_refuses_{act}"


def _trigger(act: str) -> str:
    return _TRIGGER.format(act=act, ACT=act.upper(), row=_ACTS[act], function=_FUNCTION)


#: What `DECLARED` finds in PostgreSQL: by trigger, whether it is always enabled (A), its declaration, its function.
EXPECTED = {f"entry_refuses_{act}": f"A {_trigger(act)}: {_BODY}" for act in _ACTS}
DECLARED = """
SELECT t.tgname::text, t.tgenabled::text || ' ' ||
  replace(pg_get_triggerdef(t.oid), quote_ident(n.nspname) || '.', '') || ': ' || btrim(p.prosrc)
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
WHERE n.nspname = %s AND NOT t.tgisinternal
"""
