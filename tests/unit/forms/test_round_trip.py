"""Whatever a field can hold, written into a form that goes out, is read from the form that comes back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peoplezones.domain.cells import split_many
from peoplezones.domain.files import File
from peoplezones.domain.values import LARGEST, clean_text, parse_field
from peoplezones.domain.workflow import Field
from peoplezones.exchange.cells import text_of
from peoplezones.forms import make_form, read_form
from peoplezones.forms.answers import check_characters
from peoplezones.forms.questions import offers_of
from peoplezones.forms.texts import WRITE
from tests.engine import Engine
from tests.unit.forms.house import SIGNED, WAYS, House
from tests.unit.forms.small import write_model

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TRICKY = st.sampled_from(
    ["'", "+", "-", "@", '"', ",", ";", "&", "<b>", "_x0041_", "☒", "A1", "[ ]", "\u0301", "x ", "£"]
)


def texts(*parts: st.SearchStrategy[str], most: int = 30) -> st.SearchStrategy[str]:
    joined = st.lists(st.one_of(CHARACTERS, TRICKY, *parts), max_size=most).map("".join)
    cleaned = joined.map(lambda text: clean_text(text, lines=True))
    return cleaned.filter(lambda text: 0 < len(text) <= 40 and not check_characters(text) and WRITE not in text)


DAYS = st.dates(date(2026, 1, 1))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": texts(),
    "made_on": st.dates(date(1000, 1, 1)).map(date.isoformat),
    "size": st.integers(-LARGEST, LARGEST),
    "worth": st.integers(-LARGEST, LARGEST) | st.integers(-9999, 9999),
    "sound": st.booleans(),
    "colour": st.sampled_from(["red", "blue"]),
    "owner": st.sampled_from(["PE-001", "PE-002"]),
    "keepers": st.lists(st.sampled_from(["PE-001", "PE-002"]), min_size=1, unique=True),
    "remark": texts(st.sampled_from(["\n", "\t", "\n\n"])),
    "secret": texts(),
    "twin_a": texts(),
    "twin_b": texts(),
    "part_of": st.just("TH-001"),
    "shade": st.sampled_from(["dark", "light", "odd"]),
    "why": texts(),
    "days": st.integers(1, 400),
    "bound": DAYS.map(date.isoformat),
}


Blank = Callable[[str], bytes]
ALWAYS = ("name", "why")
OTHERS = {name: values for name, values in VALUES.items() if name not in ALWAYS}


@pytest.fixture(scope="module")
def kept() -> Iterator[House]:
    """One Board for all examples, which none of them changes."""
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(Path(folder) / "house.db", str(write_model(Path(folder) / "model")))
        yield House(engine)
        engine.board.close()


@pytest.fixture(scope="module")
def blank(kept: House) -> Blank:
    """The form that all examples are filled into, as Word or as Excel."""
    return {form: kept.make("take_in", record="", form=form) for form in ("docx", "xlsx")}.__getitem__


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=25, deadline=None)
@given(values=st.fixed_dictionaries({n: VALUES[n] for n in ALWAYS}, optional=OTHERS), day=st.booleans())
def test_what_is_written_into_a_form_is_read_from_it(
    kept: House, blank: Blank, way: str, values: dict[str, Any], day: bool
) -> None:
    form, fill = WAYS[way]
    with kept.engine.board.view() as view:
        workflow = view.model.workflows["thing"]
        (offer,) = offers_of(view.model, workflow, ["take_in"])
        codes = {question.field: question for question in offer.questions}
        answers = {codes[name].code: written(workflow.fields[name], value, day) for name, value in values.items()}
        if form == "xlsx":
            titles = {(one.code, choice.name): choice.title for one in offer.questions for choice in one.choices}
            answers = {code: titles.get((code, text), text) for code, text in answers.items()}
        read = read_form(view, File("f", fill(blank(form), {**answers, **SIGNED})), "2026-03-05")
        assert read.problems == ()
        stored = {
            name: sorted(split_many("; ".join(read.values[name]))) if workflow.fields[name].many else read.values[name]
            for name in read.values
        }
    assert {name: as_stored(workflow.fields[name], value) for name, value in stored.items()} == {
        name: sorted(value) if isinstance(value, list) else value for name, value in values.items()
    }


def written(field: Field, value: Any, day: bool) -> str:
    """Return a value as people write it: a date day first, or not."""
    if field.type == "date" and day:
        return "/".join(reversed(value.split("-")))
    return "\n".join(value) if field.many else text_of(field, value, names=True)


def as_stored(field: Field, value: Any) -> Any:
    """Return what was read in stored form."""
    return value if field.many else parse_field(field, value)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_same_form_has_the_same_bytes(kept: House, form: str) -> None:
    with kept.engine.board.view() as view:
        one, two = (
            make_form(view, "thing", ["sell", "lend"], "Lamp", today="2026-03-01", form=form).content for _ in range(2)
        )
    assert one == two
