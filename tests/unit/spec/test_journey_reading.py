"""Journeys are checked against the model before any is walked, and every mistake is named with its place."""

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from peoplezones.domain.errors import UsageError
from peoplezones.domain.workflow import Model
from peoplezones.spec.journey import Step, states_reached
from peoplezones.spec.journey_reading import JourneysInvalid, load_journeys
from peoplezones.spec.walk import Calendar

from .conftest import PLOT

Write = Callable[..., Path]


def complaint(folder: Path, model: Model) -> str:
    with pytest.raises(JourneysInvalid) as caught:
        load_journeys(folder, model)
    return str(caught.value)


def test_a_journey_knows_the_states_it_leads_through(journeys: Write, model: Model) -> None:
    found = load_journeys(journeys(), model)
    assert states_reached(model, found, found["plot"]) == [(0, "proposed"), (1, "asked")]


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("kind: plot", "kind: plto", ":4:7: no kind of record is called 'plto'; did you mean 'plot'?"),
        (
            "do: plot propose",
            "do: plot propse",
            ":9:25: no transition of plot is called 'propse'; did you mean 'propose'?",
        ),
        ("do: plot propose", "do: plto propose", ":9:25: no kind of record is called 'plto'; did you mean 'plot'?"),
        (
            "as: secretary, do: plot propose",
            "as: secretry, do: plot propose",
            ":9:10: no record saved before this step",
        ),
        ("{name: $name}", "{nme: $name}", "no value that 'propose' takes is called 'nme'; did you mean 'name'?"),
        ("{name: $name}", "{rent: '12'}", "'propose' asks for 'name'; add it to `with`"),
        ("{name: $name}", "{name: $name, rent: much}", "'much' is not a number"),
        ("{members: [$chair]}", "{members: [chair]}", "'chair' is no record; write `$` and the alias"),
        ("{members: [$chair]}", "{members: [$chiar]}", "no record saved before this step is called 'chiar'"),
        ("ask, for: plot,", "ask,", "'ask' moves a record; say which with `for`"),
        ("save: plot, on: +2", "save: plot, for: plot", "'propose' opens a new record; take `for` out"),
        ("on: +2", "on: 2 days", "'2 days' is no number of days and no date; write it as +3 or as 2020-01-06"),
        ("on: +2", "on: 2020-02-30", "'2020-02-30' is no number of days and no date; write it as +3 or as 2020-01-06"),
        ("on: +2", 'tell: "So far {chiar members}"', "no record saved before this step is called 'chiar'"),
        ("on: +2", 'tell: "So far {plot members_askd}"', "no fact of 'plot' is called 'members_askd'"),
        ("record: plot", "record: chair", "'chair' is saved as a person; the journey is said to lead another kind"),
        ("journey: plot", "journey: plots", "the file is called 'plot.yaml', so its journey must be 'plot'"),
        ("after: society", "after: socity", "no journey before this one is called 'socity'"),
        ("after: society", "after: plot", "no journey before this one is called 'plot'"),
        ("after: society\n", "", "a journey needs `after` (what comes before) or `begins` (a new Board)"),
        ("steps:", "stesp:", "a journey has no word 'stesp'; did you mean 'steps'?"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    journeys: Write, model: Model, written: str, instead: str, said: str
) -> None:
    assert written in PLOT
    text = complaint(journeys(plot=PLOT.replace(written, instead)), model)
    assert said in text
    assert "plot.yaml:" in text


def test_a_state_that_the_journey_before_never_reaches_is_refused(journeys: Write, model: Model) -> None:
    planted = PLOT.replace("plot\ntitle", "planted\ntitle").replace(
        "after: society", "after: [{journey: plot, until: planted}]"
    )
    assert "no state that 'plot' reaches is called 'planted'" in complaint(journeys(planted=planted), model)


def test_every_mistake_is_listed_at_once(journeys: Write, model: Model) -> None:
    text = complaint(journeys(plot=PLOT.replace("$chair", "$chiar").replace("plot propose", "plot propse")), model)
    assert text.startswith("the journeys have 2 mistakes:")


def test_what_is_not_utf_8_is_named(journeys: Write, model: Model) -> None:
    folder = journeys()
    (folder / "plot.yaml").write_bytes(b"journey: plot\ntitle: \xff\n")
    assert "plot.yaml:1:1: this is not UTF-8" in complaint(folder, model)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, model: Model) -> None:
    with pytest.raises(UsageError, match="is no folder; name the one with your journeys"):
        load_journeys(tmp_path / "nowhere", model)


def test_a_step_waits_for_its_day_and_never_goes_back() -> None:
    calendar = Calendar(date(2020, 1, 6))
    step = Step(actor="chair", kind="plot", transition="ask", day="2020-03-02")
    calendar.forward(step)
    assert calendar.day == date(2020, 3, 2)
    calendar.forward(dataclasses.replace(step, day="2020-02-03"))
    assert calendar.day == date(2020, 3, 2)
    calendar.forward(dataclasses.replace(step, day="", days=3))
    assert calendar.day == date(2020, 3, 5)
