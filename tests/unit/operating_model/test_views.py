"""A loaded model as bytes, as a diagram and in words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from peoplezones.domain.workflow import Model
from peoplezones.operating_model import diagram
from peoplezones.operating_model.compiled import FORMAT, decode, encode
from peoplezones.operating_model.describe import describe


def test_a_compiled_model_comes_back_the_same(model: Model) -> None:
    assert decode(encode(model)) == model


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x80", b"\xff" * 100, b"\x81\xa4name\xa1\xff"])
def test_bytes_that_are_no_model_are_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="load it from its texts again"):
        decode(data)


def test_a_cut_off_model_is_a_value_error(model: Model) -> None:
    with pytest.raises(ValueError, match="not a compiled model"):
        decode(encode(model)[:-5])


def test_the_format_is_the_same_in_every_process() -> None:
    code = "from peoplezones.operating_model.compiled import FORMAT; print(FORMAT)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == FORMAT


def test_mermaid_shows_every_state_and_who_makes_each_transition(model: Model) -> None:
    text = diagram.mermaid(model.workflows["case"])
    assert text.startswith("stateDiagram-v2\n")
    assert "    [*] --> open: Start<br/>(chair, keeper)\n" in text
    assert "    paused --> running: Resume<br/>(chair)\n" in text, "previous is drawn to where it can lead"
    assert "    done --> [*]\n" in text
    for name, state in model.workflows["case"].states.items():
        assert f"    {name}: {state.title}\n" in text


def test_titles_cannot_break_a_diagram(texts: dict[str, str]) -> None:
    from peoplezones.operating_model.load import load_texts

    texts["case.yaml"] = texts["case.yaml"].replace("title: Paused", """title: 'Paused: "a"; <b>\\'""")
    flow = load_texts(texts, folder="m").workflows["case"]
    assert "paused: Paused#58; #34;a#34;#59; #60;b#62;" in diagram.mermaid(flow)
    assert r'"paused" [label="Paused: \"a\"; <b>\\"]' in diagram.dot(flow)


def test_graphviz_text_names_the_workflow(model: Model) -> None:
    text = diagram.dot(model.workflows["case"])
    assert text.startswith('digraph "case" {')
    assert '"done" [label="Done", peripheries=2];' in text
    assert '"" -> "open" [label="Start\\n(chair, keeper)"];' in text


def test_without_graphviz_drawing_says_what_to_install(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(diagram.GraphvizMissingError, match="install it"):
        diagram.svg(model.workflows["case"])


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_the_workflow(model: Model) -> None:
    assert "<svg" in diagram.svg(model.workflows["case"])


def test_a_workflow_is_described_in_plain_words(model: Model) -> None:
    found = describe(model, model.workflows["case"])
    run = next(move for move in found["transitions"] if move["name"] == "run")
    assert run["by"] == "Chair"
    assert run["not_by"] == "whoever made 'Prepare'"
    assert run["clause"] == "X-1 (house rule): Things are done in order"
    paid = next(guard for guard in run["guards"] if guard["id"] == "paid-for")
    assert paid["looks_at"] == "money given is at least Target or part that was given is at least 50"
    assert paid["when"] == "Side is Left side and Target is given"
    timely = next(guard for guard in run["guards"] if guard["id"] == "timely")
    assert timely["looks_at"] == "Due is not before the day it takes effect"
    start = next(move for move in found["transitions"] if move["name"] == "start")
    assert start["from"] == []
    assert start["sets"] == {"opened_by": "whoever acts"}
    states = {state["name"]: state for state in found["states"]}
    assert states["open"]["within"] == "within 30 days"
    assert states["done"]["final"]
    assert states["done"]["goal"]
    assert found["promises"][0]["proved"] == "Running only after Ready"


def test_every_description_is_plain_data(model: Model) -> None:
    for workflow in model.workflows.values():
        found = describe(model, workflow)
        assert json.loads(json.dumps(found)) == found
    board = describe(model, model.workflows["board"])
    assert board["transitions"][0]["by"] == "nobody; other records open it"
