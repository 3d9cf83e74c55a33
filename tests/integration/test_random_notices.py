"""Whatever happens on a Board, and whenever people are told: each thing once, and nothing is left untold."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from peoplezones.notices import Wanted
from tests.post import Society, delivered, desk, identities

DEEDS = st.sampled_from(
    [
        "ask",
        "ask",
        "pledge",
        "pledge",
        "withdraw",
        "plant",
        "post",
        "leave",
        "day",
        "week",
        "tell",
        "tell",
        "tell early",
    ]
)


class Life:
    """A society in which things happen, and what was told of them."""

    def __init__(self, folder: Path) -> None:
        self.society = Society(folder)
        self.maildir = folder / "mail"
        self.plots: list[str] = []
        self.day = date(2026, 3, 1)
        self.tell()

    def tell(self, within: int | None = None) -> None:
        """Make a run, after which there is nothing to tell."""
        desk(self.society).run(Wanted(maildir=self.maildir, within=within))
        assert desk(self.society).plan(Wanted(within=within)).letters == ()

    def do(self, deed: str, which: int) -> None:
        """Have something happen, if it can."""
        if deed == "ask":
            self.plots.append(self.society.ask_for_pledges(f"Plot {len(self.plots)}"))
        elif deed in ("day", "week"):
            self.day += timedelta(days=1 if deed == "day" else 7)
            self.society.clock.set(self.day.isoformat())
        elif deed.startswith("tell"):
            self.tell(within=60 if deed == "tell early" else None)
        elif self.plots:
            self._request(deed, self.plots[which % len(self.plots)], which)

    def _request(self, deed: str, plot: str, which: int) -> None:
        pledge = f"PG-{2 * self.plots.index(plot) + which % 2 + 1:03}"
        person = f"PE-00{which % 2 + 2}"
        asked = {
            "pledge": ("pledge", "pledge", pledge, person, {"hours": "7"}),
            "withdraw": ("pledge", "withdraw", pledge, person, {}),
            "plant": ("plot", "plant", plot, "PE-002", {}),
            "post": ("post", "appoint", "", "PE-001", {"office": "warden", "person": "Cy", "body": plot}),
            "leave": ("plot", "give_up", plot, "PE-002", {}),
        }[deed]
        kind, transition, record, by, values = asked
        self.society.ask(kind, transition, record, by, **values)


@settings(max_examples=10)
@given(st.lists(st.tuples(DEEDS, st.integers(0, 5)), min_size=4, max_size=14))
def test_each_thing_is_told_once_and_nothing_is_left_untold(deeds: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder))
        for deed, which in deeds:
            life.do(deed, which)
        life.tell()
        messages = delivered(life.maildir)
        known = identities(life.society)
        assert len({identity for identity, _ in known}) == len(known)
        assert Counter(str(message["Message-ID"]).strip("<>") for message in messages) == Counter(
            {message for _, message in known}
        )
        assert life.society.sql("select came_to from message where came_to <> ?", "posted") == []
        assert life.society.board.rebuild().agrees
        life.society.board.close()
