"""What the loader promises: all or nothing, the same digest for the same texts, and never another error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peoplezones.domain.errors import ModelInvalid, UsageError
from peoplezones.domain.workflow import Model, Operand, Where
from peoplezones.operating_model.load import canonical_texts, digest, load_folder, load_texts
from tests.unit.operating_model.small import TEXTS, problems_of


def written(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_loads_as_its_texts_do(tmp_path: Path, texts: dict[str, str], model: Model) -> None:
    assert load_folder(written(tmp_path, texts)) == model
    assert model.digest == digest(texts)


def test_files_in_folders_below_and_of_other_kinds_are_left_alone(tmp_path: Path, texts: dict[str, str]) -> None:
    written(tmp_path, texts)
    (tmp_path / "notes.txt").write_text("not ours")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "thing.yaml").write_text("not: ours")
    assert canonical_texts(tmp_path) == texts


def test_line_ends_and_byte_order_marks_of_other_systems_change_nothing(tmp_path: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert digest(canonical_texts(tmp_path)) == digest(texts)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere' does not exist; name a folder with a model\.yaml"):
        load_folder(tmp_path / "nowhere")
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file, not a folder"):
        load_folder(tmp_path / "file")
    with pytest.raises(UsageError, match=r"has no model\.yaml"):
        load_folder(tmp_path)


def test_a_file_that_is_not_utf_8_is_named_with_its_place(tmp_path: Path, texts: dict[str, str]) -> None:
    written(tmp_path, texts)
    (tmp_path / "case.yaml").write_bytes(b"a: b\nc: \xff\n")
    with pytest.raises(ModelInvalid, match=r"case\.yaml:2:4: this is not UTF-8; save the file as UTF-8"):
        load_folder(tmp_path)


def test_texts_without_a_model_file_are_refused(texts: dict[str, str]) -> None:
    del texts["model.yaml"]
    with pytest.raises(ModelInvalid, match=r"m/model\.yaml:1:1: this file is missing"):
        load_texts(texts, folder="m")


def test_the_digest_tells_texts_apart_that_run_together_alike() -> None:
    assert digest({"a": "b", "c": "d"}) != digest({"a": "b,c:d"})
    assert digest({"a": "1", "b": "2"}) == digest({"b": "2", "a": "1"})
    assert digest({"a": "é"}) != digest({"a": "e"})


def test_values_are_kept_in_stored_form(model: Model) -> None:
    fields = model.workflows["pledge"].fields
    assert (fields["amount"].minimum, fields["amount"].maximum) == (50, 100_000)
    guards = {guard.id: guard for _, guard in model.workflows["case"].guards()}
    assert guards["lent-hand"].tests[0].operands == (Operand(kind="literal", literal=15),)
    assert guards["all-in"].tests[0].operands == (Operand(kind="literal", literal=[]),)
    assert guards["paid-for"].tests[0].operands == (Operand(kind="fact", fact="target"),)
    assert guards["led"].tests[0].operands == (Operand(kind="literal", literal=True),)


def test_the_type_of_every_fact_is_inferred(model: Model) -> None:
    facts = model.workflows["case"].facts
    assert {name: (fact.yields.type, fact.yields.decimals) for name, fact in facts.items()} == {
        "givers": ("number", 0),
        "pledges": ("number", 0),
        "raised": ("money", 2),
        "asked_for": ("money", 2),
        "part": ("number", 0),
        "last_hours": ("number", 1),
        "silent": ("list", 0),
        "one_sided": ("list", 0),
        "before_state": ("state", 0),
        "age": ("number", 0),
        "guides": ("number", 0),
        "guided": ("yes_no", 0),
    }
    assert facts["part"].yields.percent
    assert [choice.title for choice in facts["before_state"].yields.choices][:2] == ["Open", "Ready"]


def test_the_condition_that_ties_records_to_this_one_comes_first(texts: dict[str, str]) -> None:
    old = "where: {case: this, given_on: {at_most"
    assert old in texts["case.yaml"]
    texts["case.yaml"] = texts["case.yaml"].replace(old, "where: {side: this.side, case: this, given_on: {at_most")
    where = load_texts(texts, folder="m").workflows["case"].facts["pledges"].where
    assert where[0] == Where(field="case", op="is", operands=(Operand(kind="this"),))
    assert where[1] == Where(field="side", op="one_of", operands=(Operand(kind="this", path=("side",)),))


def test_any_leaves_from_every_state_that_is_not_final(model: Model) -> None:
    assert model.workflows["case"].transitions["drop"].sources == ("open", "ready", "running", "paused")


def test_a_transition_for_nobody_has_nobody_in_it(model: Model) -> None:
    assert model.workflows["board"].transitions["found"].by == ()


SIGNS = [*":-{}[],'\"#~.? \n\t\x00é0", "", "..", "  ", "&a", "*a", "!!x", "$board", "@board", "this.", "this.case"]
NAMES = ["null", "this", "root", "root.name", "today", "each", "any", "none", "previous", "same", "case", "x", "-1"]
WORDS = [*SIGNS, *NAMES, "true", "is", "given", "fact", "when", "anyone", "nobody"]


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_damage_to_the_texts_raises_anything_but_model_invalid(data: st.DataObject) -> None:
    texts = dict(TEXTS)
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(texts)))
        text = texts[name]
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 300)))
        texts[name] = text[:start] + data.draw(st.sampled_from(WORDS)) + text[start + length :]
    load_or_explain(texts)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_exchange_of_words_raises_anything_but_model_invalid(data: st.DataObject) -> None:
    """Whole values are put where others were: the shapes stay YAML, so the readers behind the parser are reached."""
    texts = dict(TEXTS)
    name = data.draw(st.sampled_from(sorted(texts)))
    lines = texts[name].splitlines(keepends=True)
    pieces = re.split(r"[{},\n]", texts[name])
    values = sorted({*(piece.split(": ")[-1].strip() for piece in pieces), *WORDS, "[]", "{}", "{a: b}"})
    index = data.draw(st.integers(0, len(lines) - 1))
    line = lines[index]
    value = data.draw(st.sampled_from(values))
    old = data.draw(st.sampled_from([part.split(": ")[-1].strip(" \n[]{}") for part in line.split(",")] or [""]))
    lines[index] = line.replace(old, value, 1) if old else value + line
    texts[name] = "".join(lines)
    load_or_explain(texts)


def load_or_explain(texts: dict[str, str]) -> None:
    found = problems_of(texts)
    assert list(found) == sorted(found)
    assert all(str(problem).startswith("m/") for problem in found)
