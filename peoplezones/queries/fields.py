"""Fields of records as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from peoplezones.domain.record import Value
from peoplezones.domain.values import ERASED, show_value, type_of
from peoplezones.domain.workflow import Field, Workflow
from peoplezones.store.view import BoardView

from .naming import names, references_in, revealed

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Shown(Value, frozen=True):
    """A field's value: `raw` in stored form (personal ones in the clear, or None when erased), `text` for people."""

    name: str
    label: str
    type: str
    raw: Any
    text: str


def shown(view: BoardView, workflow: Workflow, values: Mapping[str, Any], gone: str = ERASED) -> tuple[Shown, ...]:
    """Return the values as people read them, in the order in which the workflow declares the fields."""
    return shown_all(view, workflow, [values], gone)[0]


def shown_all(
    view: BoardView, workflow: Workflow, many: Iterable[Mapping[str, Any]], gone: str = ERASED
) -> list[tuple[Shown, ...]]:
    """Return the values of many records of one workflow, looking up every name at once; `gone` for a lost one."""
    rows = list(many)
    fields = list(workflow.fields.values())
    kinds = {field.name: type_of(field) for field in fields}
    plain = [f.name for f in fields if f.type == "ref"]
    wanted = [r for values in rows for name in plain for r in references_in_field(values.get(name))]
    known = names(view, wanted) if wanted else {}
    hidden = [values[f.name] for values in rows for f in fields if f.personal and values.get(f.name)]
    texts = revealed(view, hidden, gone) if hidden else {}
    return [
        tuple(
            Shown(
                name=field.name,
                label=field.label,
                type=field.type,
                raw=_raw(texts.get(values[field.name]), gone) if field.personal else values[field.name],
                text=_personal_text(field, texts.get(values[field.name], "nothing"))
                if field.personal
                else show_value(kinds[field.name], values[field.name], known),
            )
            for field in fields
            if field.name in values
        )
        for values in rows
    ]


def _raw(text: str | None, gone: str) -> str | None:
    return None if text == gone else text


def _personal_text(field: Field, text: str) -> str:
    """Return a personal value as people read it: of a file enough of its digest to ask for it."""
    return f"file {text[:12]}" if field.type == "file" and _DIGEST.fullmatch(text) else text


def references_in_field(value: Any) -> list[str]:
    """Return the references that a reference field holds."""
    return list(value) if isinstance(value, (list, tuple)) else [value] if value else []


__all__ = ["Shown", "references_in", "references_in_field", "shown", "shown_all"]
