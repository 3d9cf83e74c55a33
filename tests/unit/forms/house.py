"""The Board of the forms' tests, and short ways to make, read and enter forms."""

from __future__ import annotations

from typing import Any

from peoplezones.domain.files import File
from peoplezones.domain.record import Decision
from peoplezones.forms import FormRead, Wanted, draft_of, make_form, read_form
from tests.engine import Engine
from tests.unit.forms.filling import Answers, Fill, in_excel, in_plain_word, in_word

WAYS: dict[str, tuple[str, Fill]] = {
    "Word": ("docx", in_word),
    "a program without content controls": ("docx", in_plain_word),
    "Excel": ("xlsx", in_excel),
}
SIGNED = {"S1": "Bob Example", "S3": "02/03/2026"}
LAMP = "TH-001"


class House:
    """Ann Example (PE-001) keeps the Board; the lamp is Bob Example's (PE-002)."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        engine.do("person", "register", name="Bob Example", on="2026-01-02")
        self.take_in(name="Lamp", sound="yes", owner="Bob Example")

    def take_in(self, **values: str) -> str:
        """Open a thing."""
        return self.engine.do("thing", "take_in", on="2026-01-03", **values)

    def make(self, *moves: str, record: str = LAMP, form: str = "docx", person: str = "") -> bytes:
        """Make a form on the first of March 2026."""
        self.engine.clock.set("2026-03-01")
        with self.engine.board.view() as view:
            today = self.engine.board.today()
            made = make_form(view, "thing", moves, record, person=person, today=today, form=form)
        self.engine.clock.set("2026-03-05")
        return made.content

    def read(self, content: bytes, name: str = "form.docx", **wanted: Any) -> FormRead:
        """Read a form on the fifth of March."""
        with self.engine.board.view() as view:
            return read_form(view, File(name, content), self.engine.board.today(), Wanted(**wanted))

    def filled(self, way: str, answers: Answers, *moves: str, **made: str) -> bytes:
        """Make a form and fill it in."""
        form, fill = WAYS[way]
        return fill(self.make(*moves, form=form, **made), answers)

    def problems(self, content: bytes, **wanted: Any) -> list[str]:
        """Return what is amiss with a form."""
        return [str(problem) for problem in self.read(content, **wanted).problems]

    def enter(self, content: bytes, name: str = "form.docx", **wanted: Any) -> Decision:
        """Enter a form, as the keeper."""
        read = self.read(content, name, **wanted)
        return self.engine.board.service.request(draft_of(read, File(name, content), "Ann Example"))
