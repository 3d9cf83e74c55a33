"""Importing on a real Board: each row its own decision, and the same file twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.domain.errors import PeopleZonesError, StoreError, UnknownName, UsageError
from peoplezones.domain.record import Decision
from peoplezones.exchange import Answered, FileUnusable, HeadingsWrong, ImportStopped, TableUnreadable, import_file
from peoplezones.service import Draft
from tests.unit.exchange.books import write_book
from tests.unit.exchange.conftest import Lay

KEEPER = "Ann Example"


def size(board: Board) -> int:
    with board.view() as view:
        return view.size


def fields(board: Board, reference: str) -> dict[str, Any]:
    with board.view() as view:
        found = view.record(reference)
        assert found is not None
        return found.fields


def test_every_row_opens_a_record_with_values_of_every_type(board: Board, lay: Lay) -> None:
    path = lay(
        "a.csv",
        "Name of it;Made on;Size;Worth, in pounds;Sound;Colour;Owner;Kept by;Remark\n"
        'First;2020-01-31;1.5;£1,200.50;yes;sky blue;Ann Example;PE-001; \nSecond;;;;;;;;"two\nlines"\n',
    )
    report = import_file(board, "thing", path, entered_by=KEEPER)
    assert report.moved == (Answered(2, "TH-001"), Answered(3, "TH-002"))
    assert fields(board, "TH-001") == {
        "name": "First",
        "made_on": "2020-01-31",
        "size": 15,
        "worth": 120050,
        "sound": True,
        "colour": "blue",
        "owner": "PE-001",
        "keepers": ["PE-001"],
    }
    assert fields(board, "TH-002") == {"name": "Second", "remark": "two\nlines"}


def test_several_entries_are_parted_by_semicolons(board: Board, lay: Lay) -> None:
    import_file(board, "person", lay("p.csv", "Full name\nBo Example\n"), entered_by=KEEPER)
    report = import_file(board, "thing", lay("a.csv", "name,keepers\nx,Bo Example; PE-001;\n"), entered_by=KEEPER)
    assert fields(board, report.moved[0].reference)["keepers"] == ["PE-002", "PE-001"]


def test_a_workbook_is_imported_like_a_text(board: Board, tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", {"One": [["Name of it", "Size"], ["First", 2.0]], "Two": [["name"], ["x"]]})
    assert len(import_file(board, "thing", path, entered_by=KEEPER).moved) == 1
    assert fields(board, "TH-001") == {"name": "First", "size": 20}
    import_file(board, "thing", path, entered_by=KEEPER, sheet="Two")
    assert fields(board, "TH-002") == {"name": "x"}


def test_the_same_file_twice_changes_nothing_and_says_so(board: Board, lay: Lay) -> None:
    path = lay("a.csv", "name,secret\nFirst,hidden\nSecond,\n")
    first = import_file(board, "thing", path, entered_by=KEEPER)
    before = size(board)
    again = import_file(board, "thing", path.rename(path.with_name("b.csv")), entered_by=KEEPER)
    assert (again.moved, again.repeated) == ((), first.moved)
    assert size(board) == before


def test_a_key_of_its_own_makes_a_row_happen_once_in_any_file(board: Board, lay: Lay) -> None:
    import_file(board, "thing", lay("a.csv", "name,key\nFirst,k1\n"), entered_by=KEEPER)
    report = import_file(board, "thing", lay("b.csv", "name,key\nFirst,k1\nOther,k1\nThird,\n"), entered_by=KEEPER)
    assert report.repeated == (Answered(2, "TH-001"),)
    assert report.moved == (Answered(4, "TH-002"),)
    assert "key 'k1' was used" in report.faulty[0].problems[0]


def test_refused_and_faulty_rows_hold_up_no_other_and_give_every_reason(board: Board, lay: Lay) -> None:
    things = lay("a.csv", "name,sound,colour\nA,no,blue\nB,yes,red\n")
    import_file(board, "thing", things, entered_by=KEEPER)
    moves = lay("b.csv", "Reference,Sold for\nTH-001,1\nTH-9,2\nTH-002,3\nTH-002,much\n")
    report = import_file(board, "thing", moves, transition="Sell it", entered_by=KEEPER)
    assert report.moved == (Answered(4, "TH-002"),)
    assert [trouble.row for trouble in report.refused] == [2]
    sound, red = report.refused[0].problems
    assert sound.startswith("needed: it is sound (house rule X-1); found: sound: no")
    assert red.startswith("needed: it is red")
    assert [(trouble.row, trouble.problems) for trouble in report.faulty] == [
        (3, ("no Thing is called 'TH-9'; did you mean 'TH-002'?",)),
        (5, ("Sold for: 'much' is not a number",)),
    ]


def test_every_problem_of_a_row_is_told_under_the_heading_of_the_file(board: Board, lay: Lay) -> None:
    path = lay("a.csv", "NAME of it,made-on,Size,on,for\n,2020-02-30,big,soon,Nobody\n")
    (faulty,) = import_file(board, "thing", path, entered_by=KEEPER).faulty
    headings = [problem.split(":")[0] for problem in faulty.problems]
    assert sorted(headings) == sorted(["NAME of it", "made-on", "Size", "on", "for"])


def test_each_row_may_name_its_transition_date_and_who_decided(board: Board, lay: Lay) -> None:
    import_file(board, "person", lay("p.csv", "Full name\nBo Example\n"), entered_by=KEEPER, on="2020-01-01")
    path = lay(
        "a.csv",
        "reference,transition,name,sound,colour,sold for,on,for,document\n"
        ",,Opened,yes,red,,2020-02-01,,\n"
        "TH-001,sell,,,,5,2020-03-01,Bo Example,letter\n"
        "TH-001,sel,,,,5,,,\n",
    )
    report = import_file(board, "thing", path, entered_by=KEEPER)
    assert report.moved == (Answered(2, "TH-001"),)
    assert any("Keeper" in problem for problem in report.refused[0].problems)
    assert report.faulty[0].problems == ("a Thing has no transition called 'sel'; did you mean 'sell'?",)
    with board.view() as view:
        assert [move.effective for move in view.moves("TH-001")] == ["2020-02-01"]


def test_records_can_be_amended_with_a_reason(board: Board, lay: Lay) -> None:
    import_file(board, "thing", lay("a.csv", "name,remark\nOld,kept\n"), entered_by=KEEPER)
    path = lay("b.csv", "reference,name,remark,reason\nTH-001,New,,misspelt\n")
    assert len(import_file(board, "thing", path, transition="amend", entered_by=KEEPER).moved) == 1
    assert fields(board, "TH-001") == {"name": "New", "remark": "kept"}


def test_a_file_that_names_records_opens_no_new_ones(board: Board, lay: Lay) -> None:
    report = import_file(board, "thing", lay("a.csv", "reference,name\nTH-001,x\n"), entered_by=KEEPER)
    assert "takes no reference" in report.faulty[0].problems[0]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.csv", "name,colr\nx,red\n", HeadingsWrong),
        ("a.csv", "name\n" + "x\n" * 600 + "y,z\n", TableUnreadable),
        ("a.csv", "name\n" + "x\n" * 600 + '"y', TableUnreadable),
        ("a.csv", "", TableUnreadable),
        ("a.doc", "name\nx\n", FileUnusable),
    ],
)
def test_a_file_whose_shape_is_wrong_changes_nothing(
    board: Board, lay: Lay, name: str, content: str, fault: type[PeopleZonesError]
) -> None:
    before = size(board)
    with pytest.raises(fault) as raised:
        import_file(board, "thing", lay(name, content), entered_by=KEEPER)
    assert raised.value.exit_code == 2
    assert size(board) == before


def test_whoever_is_named_must_be_known_before_anything_is_read(board: Board, lay: Lay) -> None:
    for entered_by, actor in (("Nobody", ""), (KEEPER, "Nobody")):
        with pytest.raises(UnknownName, match="Nobody"):
            import_file(board, "thing", lay("a.csv", "name\nx\n"), entered_by=entered_by, actor=actor)
    with pytest.raises(UnknownName, match="did you mean 'thing'"):
        import_file(board, "thng", lay("a.csv", "name\nx\n"), entered_by=KEEPER)
    with pytest.raises(UnknownName, match="did you mean 'sell'"):
        import_file(board, "thing", lay("a.csv", "name\nx\n"), transition="sel", entered_by=KEEPER)


def test_a_kind_that_can_be_opened_in_several_ways_needs_a_transition(board: Board, lay: Lay) -> None:
    with pytest.raises(UsageError, match="say which transition the rows ask for: list-it, find-it"):
        import_file(board, "wonder", lay("a.csv", "name\nx\n"), entered_by=KEEPER)


def test_a_file_with_headings_only_says_that_it_has_no_rows(board: Board, lay: Lay) -> None:
    report = import_file(board, "thing", lay("a.csv", "name\n"), entered_by=KEEPER)
    assert report.total == 0
    assert report.notes == ("there are no rows below the headings",)


def test_progress_counts_every_row_after_it_is_safe(board: Board, lay: Lay) -> None:
    seen: list[tuple[int, int | None, int]] = []
    path = lay("a.csv", "name,size\n" + "x,1\n" * 700 + "big,100\nfaulty,f\n")
    import_file(
        board, "thing", path, entered_by=KEEPER, progress=lambda done, total: seen.append((done, total, size(board)))
    )
    assert [(done, total) for done, total, _ in seen] == [(n, 702) for n in range(1, 703)]
    assert all(entries >= done for done, _, entries in seen[:701])


def test_a_dry_run_answers_like_an_import_and_changes_nothing(board: Board, lay: Lay) -> None:
    path = lay("a.csv", "name,size\nfine,1\nbig,100\nfaulty,f\n")
    before = size(board)
    dry = import_file(board, "thing", path, entered_by=KEEPER, dry_run=True)
    assert dry.rehearsed
    assert size(board) == before
    real = import_file(board, "thing", path, entered_by=KEEPER)
    assert (len(dry.moved), dry.refused, dry.faulty) == (1, real.refused, real.faulty)
    assert import_file(board, "thing", path, entered_by=KEEPER, dry_run=True).repeated == real.moved


class Failing:
    """A Board whose disk fails after the first chunk."""

    def __init__(self, board: Board) -> None:
        self.service, self.view = board.service, board.view

    def batch(self, drafts: Iterable[Draft]) -> Iterator[Decision | PeopleZonesError]:
        """Answer one chunk, then fail."""
        for number, answer in enumerate(self.service.batch(drafts)):
            if number == 500:
                raise StoreError("the disk is full")
            yield answer


def test_an_import_that_stops_tells_what_is_safe_and_can_go_on(board: Board, lay: Lay) -> None:
    path = lay("a.csv", "name\n" + "x\n" * 800)
    with pytest.raises(ImportStopped, match=r"the disk is full\n.* 500 rows were answered") as raised:
        import_file(Failing(board), "thing", path, entered_by=KEEPER)
    assert len(raised.value.report.moved) == 500
    report = import_file(board, "thing", path, entered_by=KEEPER)
    assert len(report.moved) + len(report.repeated) == 800
    assert report.repeated[:500] == raised.value.report.moved


def test_a_file_read_as_windows_1252_says_so_in_the_report(board: Board, lay: Lay) -> None:
    report = import_file(board, "thing", lay("a.csv", "name\nCafé\n".encode("cp1252")), entered_by=KEEPER)
    assert "Windows-1252" in report.notes[0]
    assert fields(board, "TH-001")["name"] == "Café"
