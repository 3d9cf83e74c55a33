"""Questions about a record's way: what was put right or taken back, which stages were entered again, and acts."""

from __future__ import annotations

from sys import intern

from peoplezones.domain.entry import ACT
from peoplezones.domain.migrate import ADOPT
from peoplezones.domain.record import AMEND, UNDO
from peoplezones.service.acts import FOUND

from .asking import Asked, Entry
from .question import Models, Question
from .telling import Words, in_short


class Corrections(Question):
    """What overrode something: fields put right afterwards, steps taken back."""

    key = "corrections"
    title = "Put right or taken back afterwards"
    none = "Nothing was put right or taken back."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._counts = {AMEND: 0, UNDO: 0}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find an amendment, or a step that took another back."""
        if wanted and entry["moved"] and entry["kind"] != ACT and entry["transition"] in self._counts:
            self._counts[entry["transition"]] += 1
            back = entry["takes_back"]
            self.find(entry, *([back] if back else []))

    @property
    def counts(self) -> dict[str, int]:
        """How many of each sort."""
        return dict(self._counts)

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:
        """Return what was put right or taken back, whose step it was, and why."""
        reason = words.text(entry, "reason")
        because = f"; reason: {reason}" if reason else ""
        if others:
            (before,) = others
            return (
                f"took back {in_short(words, before)} of {words.called(before['actor'])} (entry {before['n']}){because}"
            )
        return f"put right: {words.fields(entry)}{because}"


class Reopened(Question):
    """Which records entered a stage that they had left before."""

    key = "reopened"
    title = "Stages entered again"
    none = "No record entered a stage again that it had left."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._places: dict[str, int] = {}  # each state's bit
        self._left: dict[str, int] = {}  # by record, the bits of the states that it has left

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find a move into a state that the record was in before; taking a step back is no such move."""
        if not entry["moved"] or not entry["record"]:
            return
        if "migrated" in entry:
            self._rename(entry)
            return
        record, source, to = entry["record"], entry["from"], entry["to"]
        if source == to or not source:
            return
        left = self._left.get(record, 0)
        if left & self._bit(to) and entry["transition"] != UNDO and wanted:
            self.find(entry)
        if entry["transition"] != UNDO:
            self._left[intern(record)] = left | self._bit(source)

    def _bit(self, state: str) -> int:
        return 1 << self._places.setdefault(state, len(self._places))

    def _rename(self, entry: Entry) -> None:
        """Call the states that a record has left as the model does to which it came over."""
        left = self._left.get(entry["record"], 0)
        if left:
            states = self.models.mapping(entry["migrated"]).states
            known = [name for name in self._places if left & self._bit(name)]
            self._left[entry["record"]] = 0
            for name in known:
                self._left[entry["record"]] |= self._bit(states.get(name, name))

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return from which stage it came to which."""
        return f"from '{words.state(entry, 'from')}' to '{words.state(entry, 'to')}', where it had been before"


class BoardActs(Question):
    """What was done to the Board as a whole: founding, adopting a model, bringing records over to it, and the like."""

    key = "board_acts"
    title = "Acts on the Board as a whole"
    none = "There were no acts on the Board as a whole."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._counts: dict[str, int] = {}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find an act."""
        if wanted and entry["kind"] == ACT:
            self._counts[entry["transition"]] = self._counts.get(entry["transition"], 0) + 1
            self.find(entry)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each act."""
        return dict(self._counts)

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return under which model, what it opened or from what it came over."""
        texts = {"from": words.text(entry, "document"), "reason:": words.text(entry, "reason")}
        told = [self._about(words, entry), *(f"{name} {text}" for name, text in texts.items() if text)]
        if entry["opened"]:
            told.append(f"opened {', '.join(words.called(one) for one in entry['opened'])}")
        if not entry["moved"]:
            told.insert(0, f"refused: {', '.join(outcome.needed for outcome in words.decided(entry).reasons)}")
        return "; ".join(filter(None, told))

    def _about(self, words: Words, entry: Entry) -> str:
        migrated, adopted = entry.get("migrated"), entry["transition"] == ADOPT
        if migrated:
            return f"from {words.model_called(migrated['from_model'])} to {words.model_called(migrated['to_model'])}"
        if adopted and not entry["moved"]:  # the text of a refused model is not kept
            return f"a model of digest {entry['asked']['model'][:12]}"
        if entry["transition"] == FOUND or adopted:
            return words.model_called(entry["asked"]["model"] if adopted else entry["model"])
        return "; ".join(f"{name}: {value}" for name, value in entry["asked"].items() if isinstance(value, str))
