"""Features speak the language of those who run communities: no names from the inside, each rule under its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pytest_bdd.gherkin_parser import get_gherkin_document

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.source import Problem

from .feature_reading import ENCODING

_QUOTED = re.compile(r'"[^"]*"')
_NAME_INSIDE = re.compile(r"(?<![\w<])[a-z0-9]+(?:_[a-z0-9]+)+(?![\w>])")
_PLACEHOLDER = re.compile(r"<[^<>]*>")
_MACHINERY = re.compile(
    r"\b(?:state machines?|finite states?|transitions?|workflows?|databases?|booleans?|null|yaml|json|sql|apis?|"
    r"idempotency|digests?|(?:the|a|this|that|each|every|another) records?)\b",
    re.IGNORECASE,
)


def not_plain(file: Path, model: Model) -> Iterator[Problem]:
    """Yield names from the inside of the model and words of its machinery, each with its line.

    What stands in quotation marks or in a table is said by somebody, and is looked at for names only.
    """
    ids = _ids(model)
    for number, line in enumerate(file.read_text(ENCODING).splitlines(), 1):
        if line.lstrip().startswith(("@", "#")):
            continue
        text = _PLACEHOLDER.sub(_blank, line)
        told = "" if line.lstrip().startswith("|") else _QUOTED.sub(_blank, text)
        found = [*_NAME_INSIDE.finditer(text), *_MACHINERY.finditer(told)]
        found += [
            match for match in re.finditer(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])", text) if match[0] in ids
        ]
        for match in found:
            said = f"'{match[0]}' is a word from the inside; say it as people would"
            yield Problem(str(file), number, match.start() + 1, said)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _ids(model: Model) -> frozenset[str]:
    """Return ids of rules and promises that are no English words: those with a hyphen that no text of the model has."""
    rules = {guard.id for kind in model.workflows.values() for _, guard in kind.guards()}
    ids = rules | {promise.id for kind in model.workflows.values() for promise in kind.promises}
    return frozenset(name for name in ids if "-" in name) - _words(model)


def _words(model: Model) -> frozenset[str]:
    """Return every hyphenated word that people read in titles, labels and reasons."""
    texts = [office.title for office in model.offices.values()]
    for kind in model.workflows.values():
        texts += [kind.title, kind.help]
        parts: list[Any] = [*kind.states.values(), *kind.transitions.values()]
        texts += [part.title for part in parts] + [field.label for field in kind.fields.values()]
        texts += [fact.label for fact in kind.facts.values()] + [guard.because for _, guard in kind.guards()]
    return frozenset(word for text in texts for word in re.findall(r"\w+(?:-\w+)+", text.lower()))


def without_clause(file: Path) -> Iterator[Problem]:
    """Yield scenarios that stand under no rule, and rules that name no clause."""
    feature = get_gherkin_document(str(file), ENCODING).feature
    for child in feature.children:
        if child.scenario is not None:
            said = "this scenario stands under no `Rule:`; put it under the rule that it shows"
            yield Problem(str(file), child.scenario.location.line, 1, said)
        if child.rule is not None and not child.rule.tags:
            said = f"the rule '{child.rule.name}' names no clause; write `@` and the clause's id on the line above it"
            yield Problem(str(file), child.rule.location.line, 1, said)
