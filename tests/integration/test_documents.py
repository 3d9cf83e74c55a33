"""Every document of the shipped model, made from the demonstration: what it says, and what it keeps to itself."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import insert, select, update

from peoplezones.app import Board
from peoplezones.demo import demo
from peoplezones.documents.declared import DoesNotFit, documents, fits, fitting, listed_documents
from peoplezones.documents.formats import written
from peoplezones.documents.making import PUBLISHABLE, RESTRICTED, Wanted, page_of
from peoplezones.documents.page import Page
from peoplezones.documents.supplying import Supplying
from peoplezones.documents.telling import TELLERS
from peoplezones.documents.values import Values
from peoplezones.domain.errors import UnknownName, UsageError
from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Document, Supply, Workflow
from peoplezones.operating_model.shipped import shipped
from peoplezones.queries.naming import published
from peoplezones.store.database import writing
from peoplezones.store.rows import row_of
from peoplezones.store.tables import blob, personal, record
from peoplezones.store.view import BoardView
from tests.papers import full, the_journeys

MARK = "Zzmarker"
MOST = 2  # records of each stage of a kind, of which each document is made
ZONE = "PZ-2020-001"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """The demonstration."""
    board = demo(tmp_path_factory.mktemp("demo") / "demo.db")
    yield board
    board.close()


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """A Board on which everything happened, with a value in every personal field, each of which says that it is one.

    Nobody in it has agreed to be named.
    """
    told = full(tmp_path_factory.mktemp("marked") / "full.db", the_journeys())
    board = told.board
    with board.view() as view:
        every = [one for kind in view.model.workflows for one in records(view, kind)]
        filled = [_with_marks(view, one) for one in every]
        digests = set(view.connection.execute(select(blob.c.sha256)).scalars())
    with writing(board.engine) as connection:
        for row in connection.execute(select(personal)).all():
            if row.value not in digests:
                here = personal.c.commitment == row.commitment
                connection.execute(update(personal).where(here).values(value=f"{MARK} {row.n}"))
        for one, marks in filled:
            here = record.c.reference == one.reference
            connection.execute(update(record).where(here).values(fields=row_of(one)["fields"]))
            for kept, field in marks.items():
                given = {"n": one.opened, "record": one.reference, "field": field, "salt": b"x"}
                connection.execute(insert(personal).values(commitment=kept, value=f"{MARK} {field}", **given))
    with Board(board.engine, told.calendar) as changed:  # which has not seen any of it yet
        yield changed


def _with_marks(view: BoardView, one: Record) -> tuple[Record, dict[str, str]]:
    """Return a record with a commitment in every personal field that had none, and these by field; without consent."""
    workflow = view.workflow(one)
    empty = [name for name, field in workflow.fields.items() if field.personal and not one.fields.get(name)]
    marks = {f"hmac-sha256:{one.reference}-{name}": name for name in empty}
    fields = {**one.fields, **{name: kept for kept, name in marks.items()}}
    if workflow.publicly:
        fields.pop(workflow.publicly.consent, None)
    return msgspec.structs.replace(one, fields=fields), marks


def records(view: BoardView, kind: str) -> list[Record]:
    """Return the records of a kind."""
    found = (view.record(reference) for reference in view.records_in(kind, frozenset()))
    return [one for one in found if one is not None]


def some_records(view: BoardView, workflow: Workflow) -> list[Record]:
    """Return some records of a kind at each stage that any of them is at."""
    found: dict[str, list[Record]] = {}
    for one in records(view, workflow.name):
        found.setdefault(one.state, []).append(one)
    return [one for several in found.values() for one in several[:MOST]]


def every_page(board: Board, *, publishable: bool) -> Iterator[tuple[Document, Record, Page]]:
    """Yield every document of the model as a page, of some records at every stage."""
    with board.view() as view:
        for workflow, document in documents(view.model):
            if publishable and document.publish == "never":
                continue
            for one in some_records(view, workflow):
                how = Wanted(
                    document=document.name, record=one.reference, publishable=publishable, draft=not fits(document, one)
                )
                yield document, one, page_of(view, how, board.today())


def said(page: Page) -> str:
    """Return everything that a page says, its figures too."""
    figures = [part for one in page.figures.values() for part in (one.svg, one.title, one.alternative)]
    return "\n".join([page.title, page.subtitle, page.marking, page.markdown, str(page.stated), *figures])


def bytes_said(form: str, data: bytes) -> bytes:
    """Return what is in a file, unpacked where it is packed."""
    if form != "docx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return b"\n".join(zipped.read(name) for name in zipped.namelist())


def test_nothing_personal_is_in_any_publishable_document(marked: Board) -> None:
    tried: set[str] = set()
    for document, one, page in every_page(marked, publishable=True):
        assert MARK not in said(page), (document.name, one.reference)
        assert page.marking == PUBLISHABLE
        if document.name not in tried:
            for form in ("md", "html", "docx"):
                assert MARK.encode() not in bytes_said(form, written(page, form)), (document.name, form)
        tried.add(document.name)
    assert tried == {document.name for _, document in documents(marked.model) if document.publish != "never"}


def test_nothing_personal_is_in_anything_that_a_template_could_be_given(marked: Board) -> None:
    plain = [Supply(name=word, source=word) for word in ("timeline", *TELLERS)]  # type: ignore[arg-type]
    seen: dict[str, str] = {}
    with marked.view() as view:
        for day in (marked.today(), ""):
            with published(view, day):
                for workflow in view.model.workflows.values():
                    moves = [move.name for move in workflow.transitions.values() if not move.opening]
                    own = [Supply(name=f"{name}_why", source="why", transition=name) for name in moves]
                    own.append(Supply(name="every", source="facts", facts=tuple(workflow.facts)))
                    for one in some_records(view, workflow):
                        values = Values(view, marked.today())
                        told = [Supplying(values).all([*plain, *own], one), values.records([one])]
                        seen[day] = seen.get(day, "") + json.dumps(told)
    assert MARK not in seen[marked.today()]
    assert seen[""].count(MARK) > 500, "and it would be there if it were not kept out"


def test_what_is_left_out_there_stands_in_the_restricted_form(marked: Board) -> None:
    found = list(every_page(marked, publishable=False))
    restricted = [(document, page) for document, _, page in found if document.publish != "always"]
    assert {page.marking for _, page in restricted} == {RESTRICTED}
    assert any(MARK in said(page) for _, page in restricted)
    assert not any(MARK in said(page) for document, _, page in found if document.publish == "always")


def test_every_document_has_its_template_and_can_be_read(shown: Board) -> None:
    for listed in listed_documents(shown.model):
        assert (shipped("templates") / listed.template).is_file(), listed.name
    for document, one, page in every_page(shown, publishable=False):
        for form in ("md", "html"):
            assert written(page, form), (document.name, one.reference, form)


def test_a_document_states_what_it_was_made_from_and_is_the_same_each_time(shown: Board) -> None:
    wanted = Wanted(document="zone-progress", record=ZONE)
    made = []
    for _ in range(2):
        with shown.past("2020-09-01", 200) as then, then.view() as view:
            page = page_of(view, wanted, then.today())
            made.append((page, written(page, "pdf"), written(page, "docx")))
    assert made[0] == made[1]
    page = made[0][0]
    assert page.reference == ZONE
    assert dict(page.stated) == {
        "As of": "1 September 2020",
        "Position of the log": "entry 200",
        "Operating model": f"{shown.model.title}, {shown.model.version}",
    }
    with shown.past() as then, then.view() as view:
        assert page_of(view, wanted, then.today()).markdown != page.markdown


def test_people_are_called_as_the_model_says_in_what_is_published(shown: Board) -> None:
    with shown.past() as then, then.view() as view:
        restricted = page_of(view, Wanted(document="zone-progress", record=ZONE), then.today()).markdown
        public = page_of(view, Wanted(document="zone-progress", record=ZONE, publishable=True), then.today()).markdown
        assert not view.published, "and afterwards the Board is seen as before"
    assert "Kit Example" in restricted
    assert "Kit Example" not in public
    assert "Co-ordinator, Example Wharf" in public


def test_what_is_wrong_with_a_wish_is_told_with_the_nearest(shown: Board) -> None:
    for wanted, error, told in [
        (Wanted(document="zone-progres", record=ZONE), UnknownName, "did you mean 'zone-progress'"),
        (Wanted(document="zone-progress", record="PZ-2020-002"), UnknownName, "did you mean 'PZ-2020-001'"),
        (Wanted(document="zone-progress"), UsageError, "say which People Zone"),
        (Wanted(document="zone-progress", record="PZ-2018-001"), DoesNotFit, "is made at .*--draft"),
    ]:
        with shown.past() as then, then.view() as view, pytest.raises(error, match=told):
            page_of(view, wanted, then.today())


def test_a_record_with_nothing_in_it_makes_a_draft(shown: Board) -> None:
    with shown.past() as then, then.view() as view:
        page = page_of(view, Wanted(document="zone-progress", record="PZ-2018-001", draft=True), then.today())
    assert page.draft
    assert "not given" in page.markdown


def test_the_documents_that_fit_a_record_are_listed(shown: Board) -> None:
    with shown.view() as view:
        zone, earlier = view.record(ZONE), view.record("PZ-2018-001")
        assert zone is not None
        assert earlier is not None
        assert "zone-progress" in [one.name for one in fitting(view, zone)]
        assert "zone-progress" not in [one.name for one in fitting(view, earlier)]


def test_a_template_of_ones_own_sees_files_history_stages_and_the_way_ahead(shown: Board, tmp_path: Path) -> None:
    (tmp_path / "zone-progress.md").write_text(
        "{{ record.name }} {{ record.days }} {{ document.today }}\n"
        "{% for step in steps.steps %}\n- {{ step.title }}\n{% endfor %}\n"
        "{% for one in commitments %}\n"
        "- {{ one.fields.agency.value }} {{ one.facts.hours_share.value }}\n{% endfor %}\n"
        "{{ measure.points | map(attribute='value') | join(' ') }}\n"
        "{{ way.stages | map(attribute='title') | join(', ') }}\n"
    )
    with shown.past() as then, then.view() as view:
        page = page_of(view, Wanted(document="zone-progress", record=ZONE), then.today(), tmp_path)
    assert page.markdown.startswith("Example Wharf (made up) 61 2020-10-14\n")
    assert "- Note that it has been evaluated\n" in page.markdown
    assert "- AG-003 240/7\n" in page.markdown
    assert "\n42.00 38.00 31.00\n" in page.markdown
    assert "\nProposed, Behaviour analysed, Community identified, Commissioned" in page.markdown
