"""Which record is meant: by reference, or by what people call it."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.values import clean_text, listed
from peoplezones.domain.wording import with_article
from peoplezones.domain.workflow import Model, Workflow

from .view import BoardView


def workflow_named(model: Model, kind: str) -> Workflow:
    """Return the workflow of a kind. Raises UnknownName with the nearest."""
    found = model.workflows.get(kind.replace("-", "_"))
    if found is None:
        raise UnknownName(f"no kind of record is called '{kind}'{did_you_mean(kind, model.workflows)}")
    return found


_MOST_NAMED = 12  # kinds that a message names one by one


def resolve(view: BoardView, kinds: Iterable[str], text: str) -> str:
    """Return the reference of the record of one of `kinds` that `text` names. Raises UnknownName."""
    model, kinds = view.model, list(dict.fromkeys(map(view.called_now, kinds)))
    try:
        wanted = clean_text(text)
    except ValueError as error:
        raise UnknownName(f"this is no name: {error}") from None
    many = len(kinds) > _MOST_NAMED
    titles = "record" if many else listed((model.workflows[kind].title for kind in kinds), "or")
    if not wanted:
        raise UnknownName(f"no {titles} is named")
    found = view.record(wanted) or view.record(wanted.upper())
    if found is not None:
        if view.kind_now(found) in kinds:
            return found.reference
        raise UnknownName(
            f"{found.reference} is {with_article(view.workflow(found).title)}, not {with_article(titles)}"
        )
    named = [reference for kind in kinds for reference in view.named(kind, wanted)]
    if len(named) == 1:
        return named[0]
    if named:
        raise UnknownName(f"several are called '{wanted}': {', '.join(named)}; give the reference of the one you mean")
    known = [name for kind in kinds for name in (*view.names_of(kind), *view.references_like(kind, wanted))]
    lists = "`KIND list`" if many else listed((f"`{kind.replace('_', '-')} list`" for kind in kinds), "or")
    some = known or any(view.references_like(kind, "") for kind in kinds)
    hint = did_you_mean(wanted, known) or (f"; {lists} shows those there are" if some else "; there are none yet")
    raise UnknownName(f"no {titles} is called '{wanted[:80]}'{hint}")


def root_kind(model: Model) -> str:
    """Return the kind of the Board's own record."""
    return model.founding.opens[0].kind


def person_kind(model: Model) -> str:
    """Return the kind of record that people are: that of whoever founds a Board."""
    return next(record.kind for record in model.founding.opens if record.alias == model.founding.actor)
