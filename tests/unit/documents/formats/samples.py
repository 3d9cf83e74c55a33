"""Pages that have all there is: a council paper, a letter, a form, a long table, and what somebody typed."""

from __future__ import annotations

from peoplezones.documents.page import Page
from peoplezones.drawing import Figure
from peoplezones.drawing.charts import series, timeline


def reports() -> Figure:
    """Return a picture of a measure over time."""
    return series(
        "Reports of threats by month",
        [("2026-04-30", 44), ("2026-05-31", 45), ("2026-06-30", 42), ("2026-07-31", 31), ("2026-08-31", 24)],
        unit="reports",
        baseline=42,
        marks=[("2026-06-15", "the zone starts")],
        better="lower",
    )


def stages() -> Figure:
    """Return a picture of the stages that a zone went through."""
    return timeline(
        "Stages of the zone",
        [
            ("Proposed", "2026-01-10", "2026-03-01"),
            ("Commissioned", "2026-03-01", "2026-06-15"),
            ("Active", "2026-06-15", None),
        ],
        [],
    )


STATED = (
    ("Operating model", "People Zones, revised operating model, 2019-11"),
    ("As things stood on", "5 November 2026"),
    ("Log", "up to entry 61"),
)

PAPER = """\
This paper asks the Board to commission one zone. See [what is asked](#recommendations).

## Purpose

To propose a People Zone on **buses after school**, as the strategy *Calm example buses* has it; more is
on <https://example.org/buses> and from [the secretary](mailto:secretary@example.org).

The analysis found two routes.

## Recommendations

The Board is asked to:

1. commission the zone;
2. appoint a co-ordinator, who
   1. answers to both leads,
   2. reports each quarter;
3. ask for a progress report in six months.

### Why now

Reports rose, as the figure shows.

![](figure:reports)

![Three stages, of which one goes on.](figure:stages)

## Who has promised what

\\caption Promises by agency

| Agency | Promise | Hours |
| :-- | :-- | --: |
| **Example Police** | An adult on each of the two routes, on school days from 15:00 to 17:00 | 120 |
| **Example Council** | A youth club on the way home | 1,040 |
| **Example Health Trust** | Mentors for every school that wants one, with training for teachers & parents | 96 |

> We were not asked before. Now we are.

- Nothing here is personal.
- All of it can be published.

---

## Implications

| | |
| --- | --- |
| Finance | None beyond what is granted |
| Equality | Both routes serve every school |

`peoplezones zone show PZ-2026-001` tells the rest.

```
$ peoplezones due --within 30d
```
"""

FORM = """\
Please fill this in and send it back.

## Who you are

Name: \\line

Organisation: \\line

## What you promise

- [ ] An officer for the zone
- [ ] Hours of work, namely \\line
- [ ] Nothing now, because \\line

| What | Hours a month |
| --- | --- |
| \\line | \\line |
| \\line | \\line |

\\pagebreak

## Signed

For the agency: \\line\\
On: \\line
"""

LETTER = """\
Dear colleague,

your agency is asked to take part in *Example Wharf*. What we need from you by 30 November:

1. the name of an officer,
2. the hours that you can give:
   - in the first month,
   - after that;

   and who pays for them;
3. a reply.

Yours sincerely,\\
Sam Example\\
Secretary to the Example Board
"""


def paper() -> Page:
    """Return a paper for a Board, with numbers."""
    return Page(
        title="Proposal to commission a People Zone: Example Wharf",
        subtitle="Report of the secretary to the Example Board, 12 November 2026",
        reference="D-2026-003",
        stated=STATED,
        markdown=PAPER,
        figures={"reports": reports(), "stages": stages()},
        numbered=True,
        draft=True,
        marking="Restricted: has personal data",
    )


def form() -> Page:
    """Return a form to fill in by hand."""
    return Page(title="Commitment of an agency", reference="CM-0001", stated=STATED, markdown=FORM)


def letter() -> Page:
    """Return a letter."""
    return Page(
        title="A request to your agency",
        reference="CM-0002",
        stated=STATED,
        markdown=LETTER,
        marking="May be published",
    )


def long_table(rows: int = 120) -> Page:
    """Return a page whose table goes over several sheets."""
    lines = "\n".join(
        f"| **AG-{number:03}** | Agency {number} of the example | {number * 7} |" for number in range(1, rows + 1)
    )
    table = f"\\caption Every agency\n\n| Reference | Name | Hours |\n| :-- | :-- | --: |\n{lines}\n"
    return Page(
        title="Agencies", markdown=f"## All of them\n\n{table}\n## After the table\n\nThat was all.\n", stated=STATED
    )


def matrix() -> Page:
    """Return a page with a table that no upright paper holds, and a word that no cell does."""
    heads = " | ".join(f"Constituency number {number}" for number in range(12))
    rows = "\n".join(f"| **Example Zone {row}** |{' reserved | Safeguarding | missing |' * 4}" for row in range(4))
    rows = "\n".join(line.removesuffix(" missing |") for line in rows.split("\n"))
    table = f"\\caption Who is missing\n\n| {heads} |\n|{' --- |' * 12}\n{rows}\n"
    word = f"| What | Where |\n| --- | --- |\n| {'https-and-so-on-' * 12} | there |\n"
    return Page(title="Zones and agencies", markdown=f"Before.\n\n{table}\n{word}", stated=STATED, marking="Restricted")


def samples() -> dict[str, Page]:
    """Return every page by name."""
    return {"paper": paper(), "form": form(), "letter": letter(), "long table": long_table(), "matrix": matrix()}
