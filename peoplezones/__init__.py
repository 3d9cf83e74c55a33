"""People Zones: an operating model on paper, made executable.

    from peoplezones import Board

    board = Board.open("peoplezones.db")
    decision = board.request("zone", "suspend", "Example Wharf", {"paused_because": "Holidays"}, entered_by="PE-002")
    if not decision.moved:
        for reason in decision.reasons:
            print(reason.needed, reason.found, reason.clause)

`Board` opens or founds a Board, answers requests with decisions, and gives the read side (`board.view()`, for
`peoplezones.queries`). What can go wrong is a `PeopleZonesError`. Everything is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.domain.errors import PeopleZonesError, UsageError
    from peoplezones.domain.record import Decision, Outcome, Record
    from peoplezones.service.draft import Draft

__version__ = "0.1.0"
__all__ = ["Board", "Decision", "Draft", "Outcome", "PeopleZonesError", "Record", "UsageError", "__version__"]

_HOMES = {
    "Board": "peoplezones.app",
    "Decision": "peoplezones.domain.record",
    "Draft": "peoplezones.service.draft",
    "Outcome": "peoplezones.domain.record",
    "PeopleZonesError": "peoplezones.domain.errors",
    "Record": "peoplezones.domain.record",
    "UsageError": "peoplezones.domain.errors",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `import peoplezones` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"peoplezones has no '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
