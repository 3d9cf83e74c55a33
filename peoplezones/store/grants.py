"""Who may do what to a Board in PostgreSQL: the SQL that gives two roles no more than they need.

The owner of the schema makes and upgrades the tables, and could do anything. A writer's role can append to the log and
bring the projection up to date, but not change, delete or truncate an entry, nor take the triggers away. A reader's can
only look, and sees the table of personal values empty, as if all had been erased, unless it is said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from peoplezones.domain.errors import UsageError
from peoplezones.store.address import shown, url_of
from peoplezones.store.postgresql import schema_of

_APPEND, _PROJECT = "SELECT, INSERT", "SELECT, INSERT, UPDATE"

#: What a writer may do with each table; a test holds it to the tables there are.
WRITER = {
    "entry": _APPEND,
    "record": _PROJECT,
    "reference": _PROJECT,
    "office": _PROJECT,
    "breach": _PROJECT,
    "head": _PROJECT,
    "tile": _PROJECT,
    "personal": "SELECT, INSERT, DELETE",
    "blob": "SELECT, INSERT, DELETE",
    "message": _PROJECT,
    "news": _APPEND,
    "news_begun": _PROJECT,
    "operating_model": _APPEND,
    "alembic_version": "SELECT",
}

#: What a reader sees none of, unless it is said otherwise.
PERSONAL = ("personal", "blob")


def grants(address: str, *, writer: str = "", reader: str = "", personal: bool = False) -> str:
    """Return the SQL that the owner of the Board at `address` runs; both roles must be there, and it may be run again.

    `personal` lets the reader see personal values. Raises UsageError for a file, or where no role is named.
    """
    url = url_of(address)
    if url.get_backend_name() != "postgresql":
        raise UsageError(
            f"{shown(url)} is a file, which knows no roles: whoever may write to it and its folder may do anything; "
            "give the address of a Board in PostgreSQL with --db"
        )
    if not writer and not reader:
        raise UsageError("name the role of those who write (--writer), of those who only read (--reader), or both")
    roles = [_quoted(role) for role in (writer, reader) if role]
    seeing = [_quoted(role) for role in (writer, reader if personal else "") if role]
    schema = _quoted(schema_of(url))
    lines = [
        f"-- To be run by the owner of the Board in {shown(url)}; run it again after an upgrade.",
        "BEGIN;",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {', '.join(roles)};",
        f"REVOKE ALL ON SCHEMA {schema} FROM {', '.join(roles)};",
        f"GRANT USAGE ON SCHEMA {schema} TO {', '.join(roles)};",
        *(_writing(schema, _quoted(writer)) if writer else ()),
        *((f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {_quoted(reader)};",) if reader else ()),
        "-- Personal values and files: there are none for a role without a policy.",
        *(line for table in PERSONAL for line in _policies(f"{schema}.{table}", roles, seeing)),
        "COMMIT;",
    ]
    return "\n".join(lines)


def _policies(table: str, roles: list[str], seeing: list[str]) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
    for role in roles:
        yield f"DROP POLICY IF EXISTS {role} ON {table};"
    for role in seeing:
        yield f"CREATE POLICY {role} ON {table} TO {role} USING (true);"


def _writing(schema: str, role: str) -> Iterator[str]:
    for table, rights in WRITER.items():
        yield f"GRANT {rights} ON {schema}.{table} TO {role};"


def _quoted(name: str) -> str:
    """Return the name of a role or schema as SQL. Raises UsageError for what cannot be one."""
    if not name.isprintable() or len(name.encode(errors="replace")) > 63:
        raise UsageError(f"{name!r} cannot be the name of a role: it has at most 63 bytes, all printable")
    return '"' + name.replace('"', '""') + '"'
