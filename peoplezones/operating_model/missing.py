"""The head `missing`: the names in a list for which no record matches."""

from __future__ import annotations

from .fact_reading import Reading, read_looked_at
from .paths import follow, steps_of
from .scope import Typed
from .shapes import Table, known


def read_missing(reading: Reading) -> Typed | None:
    """Return the type of the names that may be missing: references or choices."""
    scope = reading.scope
    table = Table(reading.table.node("missing"), "'missing'", scope.problems, "", "listed_in choices kind field")
    if table.has("listed_in") == table.has("choices"):
        reading.complain(table.at, "'missing' needs either 'listed_in' (a path) or 'choices' (a shared list); name one")
        return None
    listed = _listed_in(reading, table) if table.has("listed_in") else _listed_choices(reading, table)
    if listed is None:
        return None
    if not table.has("kind"):
        if table.has("choices") or table.has("field"):
            reading.complain(table.at, "'missing' needs 'kind' here: whose field has the names; add it")
            return None
        read_looked_at(reading, listed.kinds, table.at, tied=True)
        if not reading.table.has("where"):
            reading.complain(table.at, "'missing' needs 'where' here: what those listed should match; add it")
        return listed
    _missing_of_kind(reading, table, listed)
    return listed


def _listed_in(reading: Reading, table: Table) -> Typed | None:
    word = table.scalar("listed_in")
    found = follow(reading.scope, (reading.kind,), word) if word else None
    if word is None or found is None:
        return None
    if found.type != "ref":
        reading.complain(word.at, f"'{word.value}' is {found.in_words()}; a field with references is needed here")
        return None
    reading.parts["path"] = steps_of(word)
    return Typed("list", kinds=found.kinds)


def _listed_choices(reading: Reading, table: Table) -> Typed | None:
    word = table.scalar("choices")
    scope = reading.scope
    if (
        word is None
        or not scope.model_known
        or not known(word, scope.choices, "shared list of choices", scope.problems)
    ):
        return None
    reading.parts["choices"] = scope.choices[word.value]
    return Typed("list", choices=scope.choices[word.value])


def _missing_of_kind(reading: Reading, table: Table, listed: Typed) -> None:
    scope = reading.scope
    kind, field = table.scalar("kind"), table.scalar("field")
    if not table.has("field"):
        reading.complain(table.at, "'missing' needs 'field' beside 'kind': the field that has the names; add it")
    if kind is None or not scope.kind_exists(kind):
        return
    reading.parts["kind"] = kind.value
    read_looked_at(reading, (kind.value,), table.at, tied=not listed.choices)
    found = follow(scope, (kind.value,), field) if field else None
    if field is None or found is None:
        return
    reading.parts["field"] = field.value
    if listed.choices:
        same = found.type == "choice" and {c.name for c in found.choices} & {c.name for c in listed.choices}
    else:
        same = found.type == "ref" and set(found.kinds) & set(listed.kinds)
    if not same:
        reading.complain(field.at, f"'{field.value}' is {found.in_words()}, which never has the names that are listed")
