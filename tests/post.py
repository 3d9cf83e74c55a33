"""An allotment society whose people can be written to, and what tests look at when they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from peoplezones.notices import Desk
from peoplezones.service.writer import Clock, utc_now
from tests.engine import MODELS, Engine


def model_with_mail(folder: Path, notices: str = "{address: mail, before: 7}") -> Path:
    """Put the allotment society's model into a folder, in which people have an address; return the folder."""
    made = folder / "allotment"
    made.mkdir(parents=True)
    for file in (MODELS / "allotment").iterdir():
        text = file.read_text()
        if file.name == "person.yaml":
            text = text.replace("  note: {type", "  mail: {type: text, label: Mail, personal: true}\n  note: {type", 1)
            text = text.replace("takes: [note]", "takes: [note, mail]").replace("[name, note]", "[name, note, mail]")
        if file.name == "model.yaml":
            text = text.replace("enters_for_others", f"notices: {notices}\nenters_for_others", 1)
        (made / file.name).write_text(text)
    return made


class Society(Engine):
    """The society, with its secretary (PE-001, who has an address), Bob (PE-002, chair) and Cy (PE-003, a member)."""

    def __init__(self, folder: Path, *, addresses: bool = True, notices: str = "{address: mail, before: 7}") -> None:
        super().__init__(folder / "society.db", str(model_with_mail(folder, notices)))
        self.folder = folder

        def mail(name: str) -> dict[str, str]:
            return {"mail": f"{name}@people.example"} if addresses else {}

        if addresses:
            self.do("person", "amend", "PE-001", reason="to reach her", **mail("ann"))
        for name in ("Bob", "Cy"):
            self.do("person", "register", name=name, on="2026-01-02", **mail(name.lower()))
        self.do("post", "appoint", office="chair", person="PE-002", body="SO-1", on="2026-01-02")

    def ask_for_pledges(self, name: str = "North end") -> str:
        """Have a plot proposed, and Bob and Cy asked to pledge to it (by the secretary)."""
        plot = self.do("plot", "propose", name=name, rent="12.50", on="2026-03-01")
        return self.do("plot", "ask", plot, members=["Bob", "Cy"], on="2026-03-01")


def delivered(maildir: Path) -> list[EmailMessage]:
    """Return the messages in a maildir, by whom they are for."""
    found = [read(path.read_bytes()) for folder in ("new", "cur") for path in (maildir / folder).iterdir()]
    return sorted(found, key=lambda message: str(message["To"]))


def read(content: bytes) -> EmailMessage:
    """Return a message that was sent."""
    found = message_from_bytes(content, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


class Hand:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = datetime(2026, 3, 1, 9, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now

    def forward(self, **by: float) -> None:
        """Move it."""
        self.now += timedelta(**by)


def desk(society: Engine, clock: Clock = utc_now) -> Desk:
    """Return the desk of a Board, with a clock of the machine's that a test may move."""
    board = society.board
    return Desk(lambda: board.service, board.view, board.today, clock)


def identities(society: Engine) -> list[tuple[str, str]]:
    """Return every notice that there is, with its message."""
    return sorted((str(i), str(m)) for i, m in society.sql("select identity, message from news"))
