"""The pages of an operating model, as Markdown: one for each kind of record, and an index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peoplezones.domain.wording import all_in_words
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.filling.fill import fill_pages
from peoplezones.operating_model.describe import clause_in_words, describe, escalation_in_words
from peoplezones.operating_model.diagram import mermaid

from .clauses import clauses_with_rules

INDEX = "index.md"
MADE = "<!-- Made by `peoplezones model docs`; what is changed here is lost. -->"


def model_pages(
    model: Model, templates: Path | None = None, *, shown: Mapping[str, Any] | None = None
) -> dict[str, str]:
    """Return the pages of a model by file name; `templates` is a folder of templates that go before the shipped ones.

    `shown` tells, by kind and there for `transitions` and `guards` by name, the scenarios that each rule `passes` and
    `refuses` in: some `named` by where they are `at` and a `link`, and how many `more`.

    Raises TemplateFaulty, UsageError.
    """
    links = {name: {"title": kind.title, "page": page_name(name)} for name, kind in model.workflows.items()}
    jobs = [("model.md", _index(model, links))]
    jobs += [("workflow.md", _page(model, workflow, links, shown)) for workflow in model.workflows.values()]
    names = [INDEX, *(page_name(name) for name in model.workflows)]
    return dict(zip(names, fill_pages(jobs, templates), strict=True))


def page_name(kind: str) -> str:
    """Return the file name of a kind's page, which is never that of the index."""
    return f"{kind}.md" if f"{kind}.md" != INDEX else f"kind-{INDEX}"


def _page(model: Model, workflow: Workflow, links: dict[str, Any], shown: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        "page": describe(model, workflow),
        "diagram": mermaid(workflow),
        "titles": {name: move.title for name, move in workflow.transitions.items()},
        "labels": {name: field.label for name, field in workflow.fields.items()},
        "model": {"title": model.title, "version": model.version, "page": INDEX},
        "kinds": links,
        "shown": (shown or {}).get(workflow.name),
    }


def _index(model: Model, links: dict[str, Any]) -> dict[str, Any]:
    root = model.workflows[model.founding.opens[0].kind]
    return {
        "model": {"title": model.title, "version": model.version, "source": model.source},
        "groups": [
            {
                "title": group.title,
                "kinds": [{**links[kind], "help": model.workflows[kind].help} for kind in group.kinds],
            }
            for group in model.groups
        ],
        "offices": [{"title": office.title, "help": office.help} for office in model.offices.values()],
        "enters_for_others": all_in_words(model, root, model.enters_for_others),
        "adoption": {
            "by": all_in_words(model, root, model.adoption.by),
            "clause": clause_in_words(model, model.adoption.clause),
        },
        "keys": model.keys
        and {
            "by": all_in_words(model, root, model.keys.by),
            "clause": clause_in_words(model, model.keys.clause),
        },
        "erasure": _erasure(model, root),
        "escalation": model.escalation
        and {
            "to": escalation_in_words(model, root, model.escalation),
            "clause": clause_in_words(model, model.escalation.clause),
        },
        "founding": {"clause": clause_in_words(model, model.founding.clause)},
        "clauses": clauses_with_rules(model, links),
    }


def _erasure(model: Model, root: Workflow) -> dict[str, Any] | None:
    rule = model.erasure
    if rule is None:
        return None
    return {
        "by": all_in_words(model, root, rule.by),
        "lawful_bases": [basis.title for basis in rule.lawful_bases],
        "clause": clause_in_words(model, rule.clause),
    }
