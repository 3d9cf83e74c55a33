"""Files that come with entries: kept once, committed to in the log, found again byte for byte, gone when erased."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from peoplezones.app import Board
from peoplezones.audit.export import export
from peoplezones.audit.replay import replay_bundle
from peoplezones.audit.verify import verify
from peoplezones.audit.verify_bundle import verify_bundle
from peoplezones.domain.errors import InvalidValues, KeyReused
from peoplezones.domain.files import KIB, MIB, File
from peoplezones.domain.record import Decision
from peoplezones.domain.values import ERASED
from peoplezones.operating_model.load import load_folder
from peoplezones.queries import attachments as seen
from peoplezones.queries.records import show
from peoplezones.service import Draft, Erasing
from peoplezones.store.database import writing
from peoplezones.store.errors import DatabaseDamaged
from peoplezones.store.files import drop_orphans, orphans
from tests import made_up_files as made_up
from tests.engine import MODELS, Engine
from tests.integration.test_verify import bundle_of, changed

SKETCH = File("sketch.pdf", made_up.PDF)
LETTER = File("Letter of Bob.txt", made_up.TEXT)


def with_files(folder: Path) -> Path:
    """Make the allotment society's model take files: a sketch and a letter with every plot."""
    shutil.copytree(MODELS / "allotment", folder)
    plot = folder / "plot.yaml"
    words = plot.read_text()
    words = words.replace(
        "  rent: {type: money, label: Rent}\n",
        "  rent: {type: money, label: Rent}\n  sketch: {type: file, max: 64 KiB, label: Sketch}\n"
        "  letter: {type: file, label: Letter}\n",
    )
    words = words.replace("takes: [part_of, rent]", "takes: [part_of, rent, sketch, letter]")
    words = words.replace("amend: [{fields: [name, rent,", "amend: [{fields: [name, rent, sketch, letter,")
    plot.write_text(words)
    return folder


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[Engine]:
    """A society whose plots have sketches, with its secretary."""
    engine = Engine(tmp_path / "drawn.db", str(with_files(tmp_path / "model")))
    engine.people("Bob", "Cy")
    yield engine
    engine.board.close()


def entry(engine: Engine, n: int = 0) -> dict[str, Any]:
    """Return an entry of the log, the last unless it is said which."""
    line = engine.sql("select line from entry where n = ? or ? = 0 order by n desc limit 1", n, n)[0][0]
    found: dict[str, Any] = json.loads(line)
    return found


def kept(engine: Engine) -> dict[str, bytes]:
    return dict(engine.sql("select sha256, content from blob"))


def alter_file(path: Path, statement: str) -> None:
    """Change something in a database past all that is ours."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(statement).rowcount > 0
        connection.commit()


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read(engine: Engine, which: str, field: str = "") -> bytes:
    with engine.board.view() as view:
        return seen.content(view, seen.find(view, which, field))


def test_a_file_is_committed_to_in_the_log_and_kept_beside_it(drawn: Engine) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH)
    one = entry(drawn)
    assert one["attachments"] == [one["asked"]["sketch"]] == [one["changes"]["sketch"]]
    assert one["attachments"][0].startswith("hmac-sha256:")
    assert one["names"].keys() == {"sketch"}
    line = json.dumps(one)
    assert sha(made_up.PDF) not in line
    assert "sketch.pdf" not in line
    assert kept(drawn) == {sha(made_up.PDF): made_up.PDF}
    assert drawn.sql("select size, media_type from blob") == [(len(made_up.PDF), "application/pdf")]
    rows = dict(drawn.sql("select field, value from personal where n = ?", one["n"]))
    assert rows == {"sketch": sha(made_up.PDF), "sketch.name": "sketch.pdf"}
    assert drawn.board.rebuild().agrees
    assert verify(drawn.board.engine).agrees


def test_the_same_file_is_kept_once_however_often_it_comes(drawn: Engine) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH, letter=File("again.pdf", made_up.PDF))
    drawn.do("plot", "propose", name="South end", sketch=SKETCH)
    assert list(kept(drawn)) == [sha(made_up.PDF)]
    with drawn.board.view() as view:
        found = seen.attachments(view)
    assert [(a.record, a.field, a.name) for a in found] == [
        ("PL-2026-001", "sketch", "sketch.pdf"),
        ("PL-2026-001", "letter", "again.pdf"),
        ("PL-2026-002", "sketch", "sketch.pdf"),
    ]


@pytest.mark.sqlite
def test_what_is_kept_of_a_photo_does_not_say_where_it_was_taken(drawn: Engine) -> None:
    drawn.do("plot", "propose", name="North end", sketch=File("photo.jpg", made_up.jpeg(6)))
    drawn.board.close()
    files = [p.read_bytes() for p in drawn.path.parent.glob("drawn.db*")]
    assert any(made_up.jpeg(bare=True)[20:] in one for one in files)
    assert not any(made_up.WHERE in one for one in files)


def test_the_document_may_be_a_file_which_is_called_what_is_said_of_it(drawn: Engine) -> None:
    reference = drawn.do("plot", "propose", name="North end", document_file=LETTER, document="Letter of 5 March")
    one = entry(drawn)
    assert one["attachments"] == [one["document"]]
    assert read(drawn, str(one["n"])) == made_up.TEXT
    drawn.do("plot", "amend", reference, rent="3", reason="slip", document_file=LETTER)
    with drawn.board.view() as view:
        found = seen.attachments_of(view, reference)
    assert [(a.field, a.name, a.type) for a in found] == [
        ("document", "Letter of 5 March", "text"),
        ("document", "Letter of Bob.txt", "text"),
    ]
    assert drawn.board.rebuild().agrees
    assert verify(drawn.board.engine).agrees


def test_show_lists_what_came_with_a_record_and_says_what_was_erased(drawn: Engine) -> None:
    reference = drawn.do("plot", "propose", name="North end", sketch=SKETCH)
    drawn.do("plot", "amend", reference, letter=LETTER, reason="forgotten")
    drawn.sql("delete from personal where field = 'letter' or field = 'letter.name'")
    with drawn.board.view() as view:
        found = show(view, reference, "2026-03-02").attachments
    assert [(a.entry, a.label, a.name, a.type, a.size, a.digest) for a in found] == [
        (drawn.size() - 1, "Sketch", "sketch.pdf", "PDF", len(made_up.PDF), sha(made_up.PDF)),
        (drawn.size(), "Letter", ERASED, ERASED, 0, ""),
    ]


def test_a_file_can_be_replaced_and_taken_out_and_what_was_there_stays_in_the_log(drawn: Engine) -> None:
    reference = drawn.do("plot", "propose", name="North end", sketch=SKETCH)
    drawn.do("plot", "amend", reference, sketch=LETTER, reason="the wrong one")
    drawn.do("plot", "amend", reference, sketch="", reason="none was meant")
    assert entry(drawn)["changes"] == {"sketch": None}
    assert entry(drawn)["attachments"] == []
    assert set(kept(drawn)) == {sha(made_up.PDF), sha(made_up.TEXT)}
    assert drawn.board.rebuild().agrees


# What is refused or repeated


def test_a_refusal_keeps_no_file(drawn: Engine) -> None:
    drawn.why_not("plot", "propose", name="North end", sketch=SKETCH, on="2027-01-01")
    assert kept(drawn) == {}
    assert len(entry(drawn)["attachments"]) == 1
    assert drawn.sql("select * from personal where n = ?", entry(drawn)["n"]) == []
    assert drawn.board.rebuild().agrees
    assert verify(drawn.board.engine).agrees


def test_a_rehearsal_keeps_no_file(drawn: Engine) -> None:
    draft = Draft(kind="plot", transition="propose", values={"name": "x", "sketch": SKETCH}, entered_by="PE-001")
    assert drawn.board.service.rehearse(draft).moved
    assert kept(drawn) == {}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"sketch": "sketch.pdf"}, "sketch: a file is needed here"),
        ({"sketch": File("a", b"")}, "sketch: the file is empty"),
        ({"sketch": File("a.pdf", b"\x7fELF\x00")}, "sketch: this is no kind of file"),
        ({"sketch": File("a", b"a" * (64 * KIB + 1))}, "sketch: .* at most 64 KiB"),
        ({"rent": SKETCH}, "rent: a File cannot be taken"),
        ({"name": SKETCH}, "name: a File cannot be taken"),
        ({"document_file": File("a", b"")}, "document_file: the file is empty"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_with_its_field_and_changes_nothing(
    drawn: Engine, values: dict[str, Any], said: str
) -> None:
    size = drawn.size()
    with pytest.raises(InvalidValues, match=said):
        drawn.ask("plot", "propose", **{"name": "North end", **values})
    assert drawn.size() == size
    assert kept(drawn) == {}


def test_the_same_key_with_the_same_file_is_the_same_request(drawn: Engine) -> None:
    asked = {"name": "North end", "key": "k", "document": "letter"}
    first = drawn.ask("plot", "propose", sketch=SKETCH, document_file=LETTER, **asked)
    again = drawn.ask("plot", "propose", sketch=File("copy.pdf", made_up.PDF), document_file=LETTER, **asked)
    assert again.repeated
    assert again.entry == first.entry
    others: list[dict[str, Any]] = [
        {"sketch": LETTER, "document_file": LETTER},
        {"sketch": SKETCH, "document_file": SKETCH},
    ]
    for other in others:
        with pytest.raises(KeyReused, match=r"differs in: (sketch|document)"):
            drawn.ask("plot", "propose", **asked, **other)
    assert set(kept(drawn)) == {sha(made_up.PDF), sha(made_up.TEXT)}


def test_what_a_step_opens_does_not_come_with_its_files(drawn: Engine) -> None:
    drawn.do("plot", "propose", name="North end", on="2026-01-02")
    drawn.do("plot", "ask", "PL-2026-001", members=["Bob", "Cy"], document_file=LETTER, on="2026-01-02")
    opened = [json.loads(line) for (line,) in drawn.sql("select line from entry where kind = 'pledge'")]
    assert [(one["attachments"], one.get("names")) for one in opened] == [([], None)] * 2
    assert drawn.board.rebuild().agrees


def test_many_requests_with_large_files_are_answered_a_few_at_a_time(drawn: Engine) -> None:
    made = 0

    def drafts() -> Iterator[Draft]:
        nonlocal made
        for n in range(8):
            made += 1
            values = {"name": f"Plot {n}", "letter": File("a.txt", b"%d" % n + b"a" * (20 * MIB))}
            yield Draft(kind="plot", transition="propose", values=values, entered_by="PE-001")

    answers = drawn.board.batch(drafts())
    assert isinstance(next(answers), Decision)
    assert made == 4  # 80 MiB: they are safe on disk before more are read
    assert len(list(answers)) == 7
    assert len(kept(drawn)) == 8


# The model


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("{type: file, label: Sketch, personal: false}", "always personal"),
        ("{type: file, label: Sketch, max: 30 MiB}", "more than any file may have"),
        ("{type: file, label: Sketch, max: 5}", "write it as 500 KiB or 5 MiB"),
        ("{type: file, label: Sketch, min: 5 KiB}", "'min' is for"),
        ("{type: file, label: Sketch, many: true}", "'many' is for"),
    ],
)
def test_a_field_for_a_file_is_declared_rightly(tmp_path: Path, declared: str, said: str) -> None:
    folder = with_files(tmp_path / "model")
    plot = folder / "plot.yaml"
    plot.write_text(plot.read_text().replace("{type: file, max: 64 KiB, label: Sketch}", declared))
    with pytest.raises(Exception, match=said):
        load_folder(folder)


# Reading them again


@given(st.binary(min_size=1, max_size=200), st.text(max_size=20))
def test_whatever_bytes_are_taken_come_back_as_they_are(drawn_once: Engine, content: bytes, name: str) -> None:
    content = b"%PDF-1.7\n" + content + b"\n%%EOF"
    reference = drawn_once.do("plot", "propose", name="x", letter=File(name, content))
    with drawn_once.board.view() as view:
        (found,) = seen.attachments_of(view, reference)
        assert seen.content(view, found.digest) == content
        assert seen.content(view, seen.find(view, found.digest[:16])) == content
    assert read(drawn_once, str(found.entry)) == content


@pytest.fixture(scope="module")
def drawn_once() -> Iterator[Engine]:
    """One Board for many examples."""
    folder = Path(tempfile.mkdtemp(prefix="attached-"))
    engine = Engine(folder / "drawn.db", str(with_files(folder / "model")))
    yield engine
    report = engine.board.rebuild()
    assert report.agrees, report.differences
    assert verify(engine.board.engine).agrees
    engine.board.close()
    shutil.rmtree(folder)


def test_what_is_meant_is_told_where_it_is_not_clear(drawn: Engine) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH, letter=LETTER)
    n = drawn.size()
    assert read(drawn, str(n), "letter") == made_up.TEXT
    for which, field, said in (
        (str(n), "", f"2 files came with entry {n}; say which with --field: sketch or letter"),
        (str(n), "lettre", f"no file came with entry {n} in 'lettre'"),
        ("1", "", "no file came with entry 1"),
        ("99", "", "the log has no entry 99"),
        ("abc", "", "'abc' is neither the number of an entry nor the digest"),
        ("../../etc", "", "is neither"),
        ("f" * 64, "", "there is no file of the digest"),
    ):
        with drawn.board.view() as view, pytest.raises(Exception, match=said):
            seen.find(view, which, field)
    drawn.sql("delete from personal where field = 'letter'")
    with drawn.board.view() as view, pytest.raises(Exception, match=f"the file that came with entry {n} was erased"):
        seen.find(view, str(n), "letter")


DAMAGE = {
    "another content": "update blob set content = 'Made up'",
    "no row": "delete from blob",
    "another digest": "update personal set value = replace(value, substr(value, 1, 1), 'g') where field = 'sketch'",
}


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=list(DAMAGE))
def test_a_file_that_is_not_what_was_kept_is_not_given_out_and_is_found_by_verify(
    drawn: Engine, statement: str
) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH)
    n = drawn.size()
    assert changed(drawn, "update blob set size = size").agrees
    report = changed(drawn, statement)
    assert not report.agrees
    drawn.sql(statement)
    with drawn.board.view() as view, pytest.raises(DatabaseDamaged, match=r"not there|not the one|not what the log"):
        seen.content(view, seen.find(view, str(n)))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("update blob set content = zeroblob(1)", "is another than the one that was kept"),
        ("update blob set size = 1", "its row says 1"),
        ("delete from blob", "is missing"),
        ("insert into blob values ('00', 1, 'text/plain', zeroblob(1))", "belongs to no entry"),
    ],
)
def test_verify_says_what_is_wrong_with_a_file(drawn: Engine, statement: str, said: str) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH)
    assert said in str(changed(drawn, statement).wrong)


# The bundle


def test_files_go_along_in_a_bundle_where_asked_for(drawn: Engine, tmp_path: Path) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH, document_file=LETTER)
    without = bundle_of(drawn, tmp_path / "without.zip", personal=True)
    whole = bundle_of(drawn, tmp_path / "with.zip", attachments=True)
    assert verify_bundle(without).agrees
    assert verify_bundle(whole).agrees
    assert replay_bundle(whole).agrees
    names = set(members(whole)) - set(members(without))
    assert names == {f"attachments/{sha(made_up.PDF)}", f"attachments/{sha(made_up.TEXT)}"}
    assert members(whole)[f"attachments/{sha(made_up.PDF)}"] == made_up.PDF
    assert not [name for name in members(bundle_of(drawn, tmp_path / "plain.zip")) if "personal" in name]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("delete from blob where media_type = 'text/plain'", "is missing: it came with entry"),
        ("update blob set content = 'Made up' where media_type = 'text/plain'", "is not the file of that digest"),
        ("delete from personal where field = 'document'", "belongs to no entry"),
    ],
)
def test_a_bundle_whose_files_are_not_those_of_its_entries_is_not_whole(
    drawn: Engine, tmp_path: Path, statement: str, said: str
) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH, document_file=LETTER)
    drawn.sql(statement)
    report = verify_bundle(bundle_of(drawn, tmp_path / "with.zip", attachments=True))
    assert said in str(report.wrong)


def members(path: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


# Erased


def test_a_file_goes_with_the_last_value_that_leads_to_it(drawn: Engine) -> None:
    drawn.do("plot", "propose", name="North end", sketch=SKETCH)
    first = drawn.size()
    drawn.do("plot", "propose", name="South end", sketch=SKETCH, letter=LETTER)
    drawn.do("person", "register", name=sha(made_up.TEXT))  # a text that is no more than such a digest
    for n, left in ((first, {sha(made_up.PDF), sha(made_up.TEXT)}), (first + 1, set[str]())):
        with writing(drawn.board.engine) as connection:
            connection.execute(text("delete from personal where n = :n"), {"n": n})
            gone = orphans(connection)
            assert drop_orphans(connection) == len(gone)
            assert orphans(connection) == []
        assert set(kept(drawn)) == left
    assert verify(drawn.board.engine).agrees


# Whatever is asked, in whatever order

_folder = Path(tempfile.mkdtemp(prefix="attachments-"))
_numbers = itertools.count()


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Iterator[None]:
    yield
    shutil.rmtree(_folder, ignore_errors=True)


some_files = st.one_of(
    st.sampled_from([SKETCH, LETTER, File("p.png", made_up.png(3)), File("w", made_up.docx())]),
    st.builds(File, st.just("any"), st.binary(max_size=20)),
    st.sampled_from(["", "text"]),
)
plots = st.sampled_from(["PL-2026-001", "PL-2026-002"])
wishes = st.builds(
    Draft,
    kind=st.just("plot"),
    transition=st.sampled_from(["propose", "amend"]),
    record=plots,
    values=st.fixed_dictionaries({}, optional={"name": st.just("x"), "sketch": some_files, "letter": some_files}),
    entered_by=st.sampled_from(["PE-001", "PE-001", "PE-002"]),
    document=st.sampled_from(["", "letter"]),
    document_file=st.sampled_from([None, None, LETTER, File("bad", b"\x00")]),
    reason=st.just("slip"),
    on=st.sampled_from(["", "2026-01-02", "2027-01-01"]),
    key=st.sampled_from(["", "", "k1"]),
)


@given(st.lists(wishes, min_size=1, max_size=15))
def test_whatever_is_asked_every_file_of_a_move_is_there_and_no_other(wanted: list[Draft]) -> None:
    model = _folder / "model"
    if not model.exists():
        with_files(model)
    engine = Engine(_folder / f"{next(_numbers)}.db", str(model))
    plain = [Draft(**{**_parts(one), "record": "" if one.transition == "propose" else one.record}) for one in wanted]
    list(engine.board.batch(plain))
    moved = [json.loads(line) for (line,) in engine.sql("select line from entry where moved = 1")]
    commitments = {one for found in moved for one in found["attachments"]}
    values = {v for c, v in engine.sql("select commitment, value from personal") if c in commitments}
    assert values == set(kept(engine))
    report = engine.board.rebuild()
    assert report.agrees, report.differences
    assert verify(engine.board.engine).agrees
    with engine.path.with_suffix(".zip").open("wb") as out:
        export(engine.board.engine, out, attachments=True)
    assert verify_bundle(engine.path.with_suffix(".zip")).agrees
    engine.board.close()


def _parts(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__struct_fields__}


@pytest.mark.sqlite
def test_a_board_of_an_earlier_version_takes_files_once_it_is_upgraded(tmp_path: Path) -> None:
    from peoplezones.store.upgrade import upgrade

    path = tmp_path / "old.db"
    Engine(path, str(with_files(tmp_path / "model"))).board.close()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("blob", "news", "news_begun", "message"):
            connection.execute(f"drop table {table}")
        connection.execute("update alembic_version set version_num = '0002'")
        connection.commit()
    assert upgrade(path)[0] == "0002"
    with Board.open(path) as board:
        assert board.request("plot", "propose", "", {"name": "x", "sketch": SKETCH}, entered_by="PE-001").moved


def erasing(**wanted: Any) -> Erasing:
    return Erasing(entered_by="PE-001", basis="mistake", **wanted)


def test_erasing_a_field_takes_its_file_and_what_that_is_called(drawn: Engine) -> None:
    reference = drawn.do("plot", "propose", name="North end", sketch=SKETCH, letter=LETTER, document_file=SKETCH)
    n = drawn.size()
    (found,), _ = drawn.board.erase(erasing(records=(reference,), fields=("letter",)))
    assert [(one.field, one.name) for one in found.values] == [("letter", "letter"), ("letter.name", "letter")]
    assert set(kept(drawn)) == {sha(made_up.PDF)}
    assert dict(drawn.sql("select field, value from personal where n = ?", n)).keys() == {
        *("sketch", "sketch.name", "document", "document.name"),
    }
    drawn.board.erase(erasing(records=(reference,), fields=("sketch",)))
    assert set(kept(drawn)) == {sha(made_up.PDF)}  # it is the document, too
    drawn.board.erase(erasing(entries=(n,)))
    assert kept(drawn) == {}
    assert drawn.sql("select * from personal where n = ?", n) == []
    with drawn.board.view() as view:
        assert {(one.name, one.type) for one in seen.attachments_of(view, reference)} == {(ERASED, ERASED)}
    assert drawn.board.rebuild().agrees
    assert verify(drawn.board.engine).agrees


@pytest.mark.sqlite
def test_an_erased_file_is_in_no_file_of_the_database(drawn: Engine) -> None:
    big = File("a.txt", b"Made up of Bob. " * 5_000)
    reference = drawn.do("plot", "propose", name="North end", letter=big)
    _, left = drawn.board.erase(erasing(records=(reference,)))
    assert not left.value
    assert not any(b"Made up of Bob" in path.read_bytes() for path in drawn.path.parent.glob("drawn.db*"))
