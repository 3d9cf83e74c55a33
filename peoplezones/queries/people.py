"""Who may act, by name: those who hold the offices that a `by`, an `act` or a `tell` names, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peoplezones.domain.facts import Scene
from peoplezones.domain.history import makers
from peoplezones.domain.record import Value
from peoplezones.domain.wording import who_in_words
from peoplezones.domain.workflow import Who
from peoplezones.store.view import BoardView

from .fields import references_in_field
from .naming import names


class Actor(Value, frozen=True):
    """Somebody who may act, and as what."""

    reference: str
    name: str
    words: str
    deputy: bool = False


Found = dict[str, tuple[str, bool]]  # person -> as what, and whether as a deputy only


def actors(view: BoardView, scene: Scene, people: Iterable[Who], *, ever: bool = False) -> tuple[Actor, ...]:
    """Return everyone who may act under a `by`, each once; nobody in particular where anyone may.

    A `by` with `did` means whoever made that transition last; a `not_by` (`ever`) everybody who ever made it.
    """
    return named_actors(view, [who_is_meant(view, scene, people, ever=ever)])[0]


def who_is_meant(view: BoardView, scene: Scene, people: Iterable[Who], *, ever: bool = False) -> Found:
    """Return the people whom `actors` would, without their names."""
    found: Found = {}
    for who in people:
        words = who_in_words(view.model_of(scene.this), scene.workflow, who)
        for person, deputy in _people(view, scene, who, ever):
            found.setdefault(person, (words, deputy))
    return found


def named_actors(view: BoardView, several: Sequence[Found]) -> list[tuple[Actor, ...]]:
    """Return the actors of each of `several`, with all names looked up at once."""
    wanted = {person for found in several for person in found}
    known = names(view, wanted) if wanted else {}
    return [
        tuple(
            Actor(reference=person, name=known.get(person, ""), words=words, deputy=deputy)
            for person, (words, deputy) in found.items()
        )
        for found in several
    ]


def _people(view: BoardView, scene: Scene, who: Who, ever: bool) -> list[tuple[str, bool]]:
    if who.kind == "office":
        scopes = references_in_field(scene.follow(who.of)) if who.of else [view.root]
        held = [h for scope in scopes for h in view.holders(who.office, scope) if h.on(scene.today)]
        return [(holding.person, holding.deputy) for holding in sorted(held, key=lambda h: h.deputy)]
    if who.kind == "person":
        return [(person, False) for person in references_in_field(scene.follow(who.person))]
    if who.kind == "did":
        made = makers(view, scene.this.reference, who.transition)
        return [(person, False) for person in (made if ever else made[-1:])]
    return []
