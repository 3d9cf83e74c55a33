"""What is different between two operating models, part by part, in words that people would use.

Every field of every part is compared, by going through the structs themselves: a difference that nobody has words for
is told plainly, and none is left out. Only the digest is passed over, since it changes with a comment as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from peoplezones.domain.record import Value
from peoplezones.domain.workflow import Model, Part, Workflow

from .difference_words import Side, label_of, plainly, told
from .section import MODEL_SECTIONS, WORKFLOW_SECTIONS, Section


class Change(Value, frozen=True, kw_only=True):
    """One difference: of which kind (empty: the model itself), in which part, in words.

    `place` is what people call the part, empty for the kind as such. `states` are those whose records the rule that
    changed is about: their names in the model that was, which records are at now.
    """

    kind: str
    title: str
    part: str
    name: str
    words: str
    place: str = ""
    states: tuple[str, ...] = ()


def differences(old: Model, new: Model) -> tuple[Change, ...]:
    """Return everything in which `new` differs from `old`: the model itself first, then kind by kind."""
    return (*_of_model(old, new), *_of_kinds(old, new))


def _of_model(old: Model, new: Model) -> Iterator[Change]:
    before, after = Side(old), Side(new)
    for part, name, place, words, _ in _inside(before, after, old, new, MODEL_SECTIONS, {"workflows", "digest"}):
        yield Change(kind="", title="The model", part=part, name=name, place=place, words=words)


def _of_kinds(old: Model, new: Model) -> Iterator[Change]:
    for kind in dict.fromkeys([*old.workflows, *new.workflows]):
        was, now = old.workflows.get(kind), new.workflows.get(kind)
        if was is None and now is not None:
            yield _kind(now, f"a new kind of record: {now.help}")
        elif was is not None and now is None:
            yield _kind(was, "this kind of record is no longer there", tuple(was.states))
        elif was is not None and now is not None and was != now:
            yield from _of_kind(Side(old, was), Side(new, now), was, now)


def _kind(workflow: Workflow, words: str, states: tuple[str, ...] = ()) -> Change:
    return Change(kind=workflow.name, title=workflow.title, part="kind", name=workflow.name, words=words, states=states)


def _of_kind(before: Side, after: Side, was: Workflow, now: Workflow) -> Iterator[Change]:
    for part, name, place, words, states in _inside(before, after, was, now, WORKFLOW_SECTIONS, set()):
        known = tuple(state for state in dict.fromkeys(states) if state in was.states)
        yield Change(kind=was.name, title=now.title, part=part, name=name, place=place, words=words, states=known)


_Found = tuple[str, str, str, str, Iterable[str]]  # part, name, place, words, states


def _inside(
    before: Side, after: Side, old: Part, new: Part, sections: Mapping[str, Section], leave: set[str]
) -> Iterator[_Found]:
    """Yield what differs in the fields of a model or a workflow: section by section, the others plainly."""
    for name in new.__struct_fields__:
        was, now = getattr(old, name), getattr(new, name)
        if name in leave or was == now:
            continue
        section = sections.get(name)
        if section is None:
            yield name, "", "", plainly(name, was, now), ()
            continue
        found = list(_of_section(before, after, section, was, now))
        yield from found or [(section.part, "", "", f"{label_of(name)} are in another order", ())]


def _of_section(before: Side, after: Side, section: Section, old: Any, new: Any) -> Iterator[_Found]:
    was, now = _by_key(old, section.key), _by_key(new, section.key)
    for key in dict.fromkeys([*was, *now]):
        gone, come = was.get(key), now.get(key)
        if gone is None:
            yield section.part, key, section.place(after, come), section.added(after, come), section.states(after, come)
        elif come is None:
            states = section.states(before, gone)
            yield section.part, key, section.place(before, gone), section.removed(before, gone), states
        elif gone != come:
            states = [*section.states(before, gone), *section.states(after, come)]
            for words in told(before, after, gone, come):
                yield section.part, key, section.place(after, come), words, states


def _by_key(parts: Any, key: Callable[[Any], str]) -> dict[str, Any]:
    """Return the parts by what tells them apart; a second one of the same key gets a number."""
    if isinstance(parts, dict):
        return parts
    found: dict[str, Any] = {}
    for part in parts if isinstance(parts, tuple) else () if parts is None else (parts,):
        name, count = key(part), 1
        while name in found:
            count += 1
            name = f"{key(part)} ({count})"
        found[name] = part
    return found
