"""Real, open data goes in: communities from the deprivation index, readings from the police's street-level records.

The data lie outside the project (Open Government Licence v3.0; index by mySociety, CC BY 4.0). Without them these
tests have nothing to read.
"""

from __future__ import annotations

import csv
import gzip
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from peoplezones.app import Board
from peoplezones.exchange import import_file
from peoplezones.operating_model.load import load_folder
from peoplezones.queries.listing import listing
from peoplezones.queries.records import show
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board
from tests.databases import address_of

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
UPPER_TIER = {"E06000016": "leicester", "E06000017": "rutland"}  # every other district is in Leicestershire

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="no data: the folder of open data is not beside the project")


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    journeys = load_journeys(ROOT / "features" / "journeys", load_folder(ROOT / "workflows" / "revised"))
    calendar = Calendar(date.fromisoformat(first_of(journeys).on))
    with found_board(address_of(tmp_path / "board.db"), journeys, None, calendar) as board:
        yield Walk(board, journeys, calendar)


def _written(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


def _secretary(board: Board) -> str:
    with board.view() as view:
        return view.holders("secretariat", view.root)[0].person


def test_every_small_area_of_the_deprivation_index_becomes_a_community(walk: Walk, tmp_path: Path) -> None:
    with (DATA / "imd2019_llr_lsoa11.csv").open(encoding="utf-8") as file:
        areas = list(csv.DictReader(file))
    rows = [
        {
            "Name": area["lsoa11nm"],
            "Upper-tier area": UPPER_TIER.get(area["ladcd"], "leicestershire"),
            "District": area["ladnm"],
            "Area codes": area["lsoa11cd"],
            "Kind of community": "A place",
            "Resilience": "Low" if int(area["original_decile"]) <= 2 else "Middling",
            "Evidence": f"Index of Multiple Deprivation 2019, decile {area['original_decile']}",
        }
        for area in areas
    ]
    board = walk.board
    report = import_file(board, "community", _written(tmp_path / "areas.csv", rows), entered_by=_secretary(board))
    assert len(report.moved) == len(areas) == 611
    assert not report.troubles
    low = sum(int(area["original_decile"]) <= 2 for area in areas)
    with board.view() as view:
        assert len(listing(view, "community", board.today(), filters={"resilience": "low"}).rows) == low
        assert len(listing(view, "community", board.today(), filters={"area": "rutland"}).rows) == 23


def _anti_social_behaviour() -> dict[str, Counter[str]]:
    """Return the number of incidents by month, then by small area; rows without a place belong to none."""
    found = {}
    for file in sorted((DATA / "police").glob("*-street.csv.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows = [row for row in csv.DictReader(lines) if row["Crime type"] == "Anti-social behaviour"]
        found[file.name[:7]] = Counter(row["LSOA code"] for row in rows if row["LSOA code"])
    return found


def test_a_year_of_police_records_becomes_the_readings_of_a_zone(walk: Walk, tmp_path: Path) -> None:
    months = _anti_social_behaviour()
    first, *_, last = sorted(months)
    area = months[first].most_common(1)[0][0]
    zone = walk.to("zone", "Example Wharf", "toolkit_issued")
    walk.calendar.day = date(2021, 1, 31)
    rows = [
        {
            "zone": zone,
            "value": str(months[month][area]),
            "taken_on": f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}",
            "baseline": "yes" if month == first else "no",
            "source": f"Incidents of anti-social behaviour in {area}, data.police.uk",
        }
        for month in sorted(months)
    ]
    board = walk.board
    report = import_file(board, "reading", _written(tmp_path / "readings.csv", rows), entered_by=_secretary(board))
    assert (len(report.moved), report.troubles) == (13, ())
    with board.view() as view:
        figures = {fact.name: fact.text for fact in show(view, zone, board.today()).facts}
    assert figures["baseline_value"] == f"{months[first][area]:,}.00"
    assert figures["latest_value"] == f"{months[last][area]:,}.00"
    assert board.rebuild().agrees
