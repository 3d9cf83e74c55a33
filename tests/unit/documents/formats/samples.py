"""Pages that have all there is: a council paper, a letter, a form, a long table, and what somebody typed."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from peoplezones.documents.page import Page


@dataclass(frozen=True)
class Drawn:
    """A small picture: two bars."""

    svg: str
    png: bytes
    title: str = "Reports of threats by month"
    alternative: str = "Two bars: 42 reports in June and 31 in July."
    width_mm: int = 120
    height_mm: int = 50


def bars() -> Drawn:
    """Return a picture, the same each time."""
    image = Image.new("RGB", (480, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 20, 200, 190), fill="#345")
    draw.rectangle((260, 70, 420, 190), fill="#9ab")
    kept = BytesIO()
    image.save(kept, "PNG")
    svg = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 200" width="120mm" height="50mm" role="img">'
        "<title>Reports of threats by month</title><desc>Two bars: 42 reports in June and 31 in July.</desc>"
        '<rect x="40" y="20" width="160" height="170" fill="#345"/>'
        '<rect x="260" y="70" width="160" height="120" fill="#9ab"/></svg>'
    )
    return Drawn(svg, kept.getvalue())


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
        figures={"reports": bars()},
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


def samples() -> dict[str, Page]:
    """Return every page by name."""
    return {"paper": paper(), "form": form(), "letter": letter(), "long table": long_table()}
