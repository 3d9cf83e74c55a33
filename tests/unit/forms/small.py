"""The tiny model with fields of every type, widened by what forms are about: several answers, files, short lists."""

from __future__ import annotations

from pathlib import Path

from tests.unit.exchange.tiny import TEXTS

_FIELDS = """\
  photo: {type: file, max: 64 KiB, label: Photo}
  part_of: {type: ref, to: thing, label: Part of, help: A thing that is kept}
  shade: {type: choice, label: Shade, choices: {dark: Same, light: Same, odd: "=Odd; (x) one"}}
  why: {type: text, label: Why, max: 40, required: {when: {colour: red}}}
  days: {type: number, label: Days, min: 1, max: 400}
  bound: {type: date, label: Not after, min: "2026-01-01"}
"""
_MOVES = """\
  sell:
    title: Sell it
    help: It goes to whoever pays.
    from: kept
    to: sold
    by: [{person: owner}, {office: keeper}]
    asks: [sold_for]
    takes: [why, remark, secret]
    guards:
      - {id: is-sound, fact: sound, is: true, because: it is sound, clause: X-1, basis: house}
    clause: X-1
    basis: house
  lend:
    {title: Lend it, from: kept, to: same, by: anyone, asks: [days], takes: [bound, remark], clause: X-1, basis: house}
  keep: {title: Keep it, from: kept, to: same, by: anyone, clause: X-1, basis: house}
  show_it:
    {title: Show a photo, from: kept, to: same, by: anyone, asks: [photo], takes: [why], clause: X-1, basis: house}
"""


def texts() -> dict[str, str]:
    """Return the files of the model."""
    thing = TEXTS["thing.yaml"]
    begin, end = thing.index("  sell:\n"), thing.index("final: [sold]")
    thing = thing[:begin] + _MOVES + thing[end:]
    thing = thing.replace("states:\n  kept", f"{_FIELDS}states:\n  kept", 1)
    thing = thing.replace("by: [{office: keeper}]\n    asks: [name]", "by: anyone\n    asks: [name]", 1)
    thing = thing.replace("twin_a, twin_b]", "twin_a, twin_b, part_of, shade, why, days, bound, photo]", 1)
    thing = thing.replace(
        "amend:\n",
        "retention:\n  - {id: not-long, fields: [secret, document], for: {years: 2}, after: final, clause: X-1, "
        "basis: house}\n"
        "amend:\n",
    )
    return {**TEXTS, "thing.yaml": thing}


def write_model(folder: Path) -> Path:
    """Write the model into a new folder and return it."""
    folder.mkdir()
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
