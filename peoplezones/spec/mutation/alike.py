"""Whether two Boards stand alike: the same records, references, offices, breaches and moves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from peoplezones.app import Board

_COMMITMENT = re.compile("hmac-sha256:[0-9a-f]+")
_LOOKED_AT = ("changes", "asked", "source", "to", "opened")  # of an entry; rules and people see nothing else of it
_TABLES = (
    "select reference, state, previous, entered, seq, effective, opened, changed, fields from record order by 1",
    "select source, field, target, position, since, until from reference order by 1, 2, 3, since_entry",
    "select source, slot, office, scope, person, deputy, since, until from office order by 1, 2, since_entry",
    "select record, condition, since, until, found from breach order by 1, 2, since_entry",
    "select n, record, kind, transition, moved, effective, actor, line from entry order by 1",
)


def standing(file: Path) -> str:
    """Return how a Board stands, as text: equal for two Boards that no scenario could tell apart."""
    with Board.open(file) as board, board.view() as view:
        return told(view.connection)


def told(connection: Connection) -> str:
    """Return how the Board of an open connection stands; personal values are told plain, since their salts differ."""
    plain = {row.commitment: row.value for row in connection.execute(text("select commitment, value from personal"))}
    rows = [[tuple(row) for row in connection.execute(text(query))] for query in _TABLES]
    rows[-1] = [(*row[:-1], _seen(row[-1])) for row in rows[-1]]
    return _COMMITMENT.sub(lambda found: plain.get(found.group(), found.group()), json.dumps(rows))


def _seen(line: str) -> dict[str, Any]:
    entry = json.loads(line)
    return {word: entry.get(word) for word in _LOOKED_AT}
