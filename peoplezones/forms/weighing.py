"""What is wrong with the values of a form, judged as those of any request are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Workflow
from peoplezones.service.given import add_missing, given_values
from peoplezones.store.workspace import Workspace


def weigh(
    view: Workspace,
    workflow: Workflow,
    record: Record | None,
    transition: str,
    values: Mapping[str, Any],
    on: str,
) -> dict[str, str]:
    """Return by field what is wrong with the values that a transition would be given."""
    problems: dict[str, str] = {}
    found = given_values(view, workflow, record, transition, values, problems)
    add_missing(view, workflow, record, transition, found, on, problems)
    return {name: _without_label(workflow, name, text) for name, text in problems.items()}


def _without_label(workflow: Workflow, name: str, text: str) -> str:
    """Return a problem without the label that stands before it anyway."""
    return text.removesuffix(f" ({workflow.fields[name].label})") if name in workflow.fields else text
