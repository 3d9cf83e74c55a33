"""The shipped templates: each uses all that it is given, and imports nothing that it does not use."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from peoplezones.documents.declared import documents
from peoplezones.domain.workflow import Document, Supply
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped

DOCUMENTS = {document.name: document for _, document in documents(load_folder(shipped("workflows") / "revised"))}
IMPORTS = re.compile(r'{% from "([\w-]+\.md)" import ([\w, ]+) %}')


def own_text_of(name: str) -> str:
    """Return a template's text without its comments."""
    return re.sub(r"(?s){#.*?#}", "", (shipped("templates") / name).read_text(encoding="utf-8"))


def text_of(name: str) -> str:
    """Return a template's text, with that of the templates whose macros it imports."""
    text = own_text_of(name)
    return "\n".join([text, *(text_of(other) for other, _ in IMPORTS.findall(text))])


def given(supplies: tuple[Supply, ...]) -> Iterator[str]:
    """Yield the name of everything that a template is given, at every depth."""
    for supply in supplies:
        yield from (supply.name, *supply.facts, *given(supply.supplies))


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_a_template_uses_all_that_it_is_given(document: Document) -> None:
    used = set(re.findall(r"\w+", text_of(document.template)))
    assert [name for name in given(document.supplies) if name not in used] == []


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_a_template_imports_only_what_it_uses(document: Document) -> None:
    text = own_text_of(document.template)
    used = re.findall(r"\w+", IMPORTS.sub("", text))
    imported = [name.strip() for _, names in IMPORTS.findall(text) for name in names.split(",")]
    assert [name for name in imported if name not in used] == []
