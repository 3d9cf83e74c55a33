"""A society's own folder, as `model prove` takes it: its model, journeys, and features that show every rule."""

from __future__ import annotations

import shutil
from pathlib import Path

ALLOTMENT = Path(__file__).parent / "models" / "allotment"

SOCIETY = """\
journey: society
title: A society with its chair
kind: society
record: society
begins: {on: 2020-01-06, board: Example Society, secretary: Sam Example}
steps:
  - {as: secretary, do: person register, with: {name: Ada Example}, save: chair}
  - {as: secretary, do: post appoint, with: {office: chair, person: $chair, body: $society}, save: chair's post}
"""
PLOT = """\
journey: plot
title: A plot, until pledges have been asked for
kind: plot
record: plot
name: Example end
after: society
steps:
  - {as: secretary, do: plot propose, with: {name: $name}, save: plot, on: +2}
  - {as: secretary, do: plot ask, for: plot, with: {members: [$chair, $secretary]}, opened: [her pledge, his pledge]}
"""
PLOTS = """\
Feature: Plots
  Nothing is planted until everybody asked has pledged.

  @T-1 @T-2
  Rule: A plot is planted once everybody has pledged

    Scenario: Everybody has pledged and there is a warden
      Given the plot "Example end" is at "Pledges asked for"
      And the chair has been able to "Pledge" for the pledge "her pledge"
        | Hours | 10 |
      And the secretary has been able to "Pledge" for the pledge "his pledge"
        | Hours | 10 |
      And the secretary has been able to "Appoint"
        | Office | warden      |
        | Person | Ada Example |
        | Of     | Example end |
        | Ends   | in 5 days   |
      When the chair asks to "Plant" for the plot "Example end"
      Then it is done
      When 8 days pass
      Then the plot "Example end" is in breach because "the plot has a warden" since 2 days ago

    Scenario Outline: <Who> is missing
      Given the plot "Example end" is at "Pledges asked for"
      And the chair has been able to "Pledge" for the pledge "her pledge"
        | Hours | <Hours> |
      And the secretary has been able to "Appoint"
        | Office | <Office>    |
        | Person | Ada Example |
        | Of     | Example end |
      And <Last>
      When the chair asks to "Plant" for the plot "Example end"
      Then it is refused because
        | <Because> |

      Examples:
        | Who          | Hours | Office | Last                 | Because                       |
        | A pledge     | 12    | warden | it is 1 March 2020   | everybody asked has pledged   |
        | His pledge   | 20    | warden | it is 2 March 2020   | everybody asked has pledged   |

    Scenario: Ten hours are needed
      Given the plot "Example end" is at "Pledges asked for"
      And the chair has been able to "Pledge" for the pledge "her pledge"
        | Hours | 1 |
      And the secretary has been able to "Pledge" for the pledge "his pledge"
        | Hours | 1 |
      And the secretary has been able to "Appoint"
        | Office | warden      |
        | Person | Ada Example |
        | Of     | Example end |
      When the chair asks to "Plant" for the plot "Example end"
      Then it is refused only because "at least 10 hours are pledged"

    Scenario: A warden is needed
      Given the plot "Example end" is at "Pledges asked for"
      And the chair has been able to "Pledge" for the pledge "her pledge"
        | Hours | 10 |
      And the secretary has been able to "Pledge" for the pledge "his pledge"
        | Hours | 10 |
      When the chair asks to "Plant" for the plot "Example end"
      Then it is refused only because "the plot has a warden"
"""
POSTS = """\
Feature: Posts

  @T-3
  Rule: The secretariat is never left empty

    Scenario: Somebody stays in the secretariat
      When the chair asks to "End" for the post "post"
      Then it is refused only because "somebody else is in the secretariat"

    Scenario: One of two may go
      Given the secretary has been able to "Appoint"
        | Office | secretariat     |
        | Person | Ada Example     |
        | Of     | Example Society |
      When the chair asks to "End" for the post "post"
      Then it is done
"""
#: The condition that a guard repeats, so that neither is ever the only reason.
REPEATED = "  - {id: still-pledged,"


def house(folder: Path) -> Path:
    """Make the folder of a society in which everything is proved, and return it."""
    shutil.copytree(ALLOTMENT, folder / "workflows")
    plot = folder / "workflows" / "plot.yaml"
    lines = plot.read_text("utf-8").splitlines(keepends=True)
    plot.write_text("".join(line for line in lines if not line.startswith(REPEATED)), "utf-8")
    (folder / "features" / "journeys").mkdir(parents=True)
    for name, text in {
        "features/journeys/society.yaml": SOCIETY,
        "features/journeys/plot.yaml": PLOT,
        "features/plots.feature": PLOTS,
        "features/posts.feature": POSTS,
    }.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace, in a file, what stands there once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), "utf-8")


def line_of(file: Path, words: str) -> int:
    """Return the number of the first line with these words."""
    text = file.read_text("utf-8")
    return text[: text.index(words)].count("\n") + 1
