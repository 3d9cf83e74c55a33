"""The state machines: one `transitions` machine per workflow, shared by all its records.

A machine of `transitions` may be triggered for a model that it has never been told of, as long as that has a
`state`; a machine per record would cost 260 µs and 16 KiB each. Rules are judged before, all of them; the machine has
the last word on whether this transition leads from this state and where to.
"""

from __future__ import annotations

from typing import Any

from .errors import PeopleZonesError
from .workflow import PREVIOUS, SAME, Workflow

NONE = "none"  # the state of a record that does not exist yet
_MOST_MACHINES = 128
_machines: dict[int, tuple[Workflow, Any]] = {}


class ImpossibleMove(PeopleZonesError):
    """The state machine does not know this transition from this state."""


class _Mover:
    """What the machine moves: a state, and for `previous` the state to return to."""

    __slots__ = ("previous", "state")

    def __init__(self, state: str, previous: str) -> None:
        self.state, self.previous = state, previous


def _back_to(state: str) -> Any:
    def leads_back(event: Any) -> bool:
        return bool(event.model.previous == state)

    return leads_back


def _rows(workflow: Workflow) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for move in workflow.transitions.values():
        sources = list(move.sources) or [NONE]
        if move.to == PREVIOUS:
            rows += [
                {"trigger": move.name, "source": sources, "dest": state, "conditions": _back_to(state)}
                for state in workflow.states
            ]
        else:
            rows.append({"trigger": move.name, "source": sources, "dest": "=" if move.to == SAME else move.to})
    return rows


def machine(workflow: Workflow) -> Any:
    """Return the `transitions.Machine` of a workflow, built once for each workflow object."""
    known = _machines.get(id(workflow))
    if known is None or known[0] is not workflow:
        from transitions import Machine  # imported late: reading a Board needs no machine

        built = Machine(
            model=None,
            states=[NONE, *workflow.states],
            transitions=_rows(workflow),
            initial=NONE,
            auto_transitions=False,
            send_event=True,
        )
        if len(_machines) >= _MOST_MACHINES:
            _machines.clear()
        known = _machines[id(workflow)] = (workflow, built)
    return known[1]


def leads_to(workflow: Workflow, transition: str, state: str, previous: str) -> str:
    """Return the state to which the transition leads from `state` ("" for a record not yet opened).

    Raises ImpossibleMove where the machine refuses.
    """
    mover = _Mover(state or NONE, previous)
    from transitions import MachineError

    try:
        moved = machine(workflow).events[transition].trigger(mover)
    except MachineError as error:
        raise ImpossibleMove(str(error)) from error
    if not moved:
        raise ImpossibleMove(f"'{transition}' leads nowhere from '{state}' after '{previous}'")
    return mover.state
