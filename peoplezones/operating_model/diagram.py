"""The state diagram of a workflow: as Mermaid text, as Graphviz text, or drawn by Graphviz as SVG."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.workflow import PREVIOUS, SAME, Transition, Who, Workflow

START, END = "[*]", "[*]"
_DRAWING_TIME = 60  # seconds


class GraphvizMissingError(PeopleZonesError):
    """Drawing needs Graphviz; install it (`apt install graphviz`, `brew install graphviz`) or take the Mermaid text."""


def mermaid(workflow: Workflow) -> str:
    """Return the workflow as a Mermaid `stateDiagram-v2`, each transition with its title and who makes it."""
    lines = ["stateDiagram-v2"]
    lines += [f"    {name}: {_plain(state.title)}" for name, state in workflow.states.items()]
    for source, to, move in _arrows(workflow):
        lines.append(f"    {source or START} --> {to}: {_plain(move.title)}<br/>({_plain(_who(move.by))})")
    lines += [f"    {name} --> {END}" for name in workflow.final]
    return "\n".join(lines) + "\n"


def dot(workflow: Workflow) -> str:
    """Return the workflow as a Graphviz digraph."""
    lines = [
        f"digraph {_quoted(workflow.name)} {{",
        '  graph [rankdir=TB, fontname="sans-serif"];',
        '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];',
        '  edge [fontname="sans-serif", fontsize=9];',
        '  "" [shape=point, width=0.15];',
    ]
    for name, state in workflow.states.items():
        border = ", peripheries=2" if name in workflow.final else ""
        lines.append(f"  {_quoted(name)} [label={_quoted(state.title)}{border}];")
    for source, to, move in _arrows(workflow):
        style = ", style=dashed" if move.to == PREVIOUS else ""
        label = f"{move.title}\n({_who(move.by)})"
        lines.append(f"  {_quoted(source)} -> {_quoted(to)} [label={_quoted(label)}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def svg(workflow: Workflow) -> str:
    """Return the workflow drawn by Graphviz. Raises GraphvizMissingError where `dot` is not installed."""
    program = shutil.which("dot")
    if program is None:
        raise GraphvizMissingError
    try:
        drawn = subprocess.run(
            [program, "-Tsvg"],
            input=dot(workflow),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=_DRAWING_TIME,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise PeopleZonesError(f"Graphviz could not draw '{workflow.name}' ({error}); take the Mermaid text") from error
    return drawn.stdout


def _arrows(workflow: Workflow) -> Iterator[tuple[str, str, Transition]]:
    """Yield source ("" where a record opens), target and transition; `previous` is drawn to where it can lead."""
    for move in workflow.transitions.values():
        for source in move.sources or ("",):
            if move.to == SAME:
                yield source, source, move
            elif move.to == PREVIOUS:
                for before in _before(workflow, source):
                    yield source, before, move
            else:
                yield source, move.to, move


def _before(workflow: Workflow, state: str) -> list[str]:
    """Return the states from which a state is entered, but by `previous`."""
    leading = (move for move in workflow.transitions.values() if move.to == state)
    return list(dict.fromkeys(source for move in leading for source in move.sources if source != state))


def _who(people: tuple[Who, ...]) -> str:
    """Return who acts in few words, since a diagram has little room: names, not sentences."""
    words = []
    for who in people:
        name = {
            "office": who.office,
            "person": who.person[-1] if who.person else "",
            "did": f"who did {who.transition}",
        }
        words.append(name.get(who.kind, who.kind).replace("_", " "))
    return ", ".join(dict.fromkeys(words)) or "nobody"


def _plain(text: str) -> str:
    """Return text without what Mermaid takes for syntax, or what would end the block that it stands in."""
    signs = {"#": "#35;", ";": "#59;", ":": "#58;", '"': "#34;", "<": "#60;", ">": "#62;", "\n": " "}
    return "".join(signs.get(char, char) for char in text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
