"""The code of a form: the line at its foot that says which transition of which record it asks for.

It is short enough to be typed, for it may be all that is left of a form that went through many programs. Its check
value finds what was mistyped. It proves nothing: whoever can read this page can make another.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode

from peoplezones.domain.record import Value

from .errors import FormUnreadable

FORM = "PZF1"  # the mark of a form, and the version of how it is laid out
OPENING = "NEW"
NOBODY = "-"
MODEL, LOG = 12, 8  # hexadecimal digits of a model's digest and of a log's identity that the code has
_CHECK = 6
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"))
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CODE = re.compile(
    rf"{FORM}\s+(?P<kind>[a-z]\w*)\s+(?P<moves>[a-z]\w*(?:\s?\+\s?[a-z]\w*)*)\s+"
    rf"(?:(?P<new>{OPENING})|(?P<record>[A-Z0-9-]+)@(?P<seen>\d{{1,9}}))\s+(?P<person>[A-Z0-9-]+)\s+"
    rf"(?P<made>\d{{4}}-\d\d-\d\d)\s+(?P<model>[0-9a-f]{{{MODEL}}})\s+(?P<log>[0-9a-f]{{{LOG}}})\s+"
    rf"(?P<check>[A-Z2-7]{{{_CHECK}}})(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_MARK = re.compile(r"PZF(\d{1,3})\b", re.ASCII | re.IGNORECASE)


class FormCode(Value, frozen=True):
    """What a form is about: kind and transitions, the record and how many moves it had made, for whom, made when.

    `reference` is empty for what opens a record, `person` where it is for nobody in particular. `model` and `log` are
    the first digits of the digest of the model and of the identity of the log.
    """

    kind: str
    transitions: tuple[str, ...]
    made: str
    model: str
    log: str
    reference: str = ""
    seen: int = 0
    person: str = ""

    def __str__(self) -> str:
        return f"{self._line()} {_check(self._line())}"

    def _line(self) -> str:
        record = f"{self.reference}@{self.seen}" if self.reference else OPENING
        moves = "+".join(self.transitions)
        return f"{FORM} {self.kind} {moves} {record} {self.person or NOBODY} {self.made} {self.model} {self.log}"


def code_in(text: str) -> FormCode | None:
    """Return the code that stands in a text, or None where there is nothing like one. Raises FormUnreadable."""
    plain = _UNSEEN.sub("", text).translate(_HYPHENS)
    found = _CODE.search(plain)
    if found is None:
        _look_for_remains(plain)
        return None
    code = FormCode(
        kind=found["kind"].lower(),
        transitions=tuple(re.sub(r"\s", "", found["moves"]).lower().split("+")),
        made=found["made"],
        model=found["model"].lower(),
        log=found["log"].lower(),
        reference="" if found["new"] else found["record"].upper(),
        seen=int(found["seen"] or 0),
        person="" if found["person"] == NOBODY else found["person"].upper(),
    )
    if str(code).rpartition(" ")[2] != found["check"].upper():
        raise FormUnreadable(
            "the form's code does not agree with the check value at its end: something in it was mistyped or altered. "
            f"Compare it with the form that went out, and give it with --code: {' '.join(found[0].split())}"
        )
    return code


def _look_for_remains(plain: str) -> None:
    """Raise FormUnreadable where there is something that was a code."""
    mark = _MARK.search(plain)
    if mark is None:
        return
    if mark[0].upper() != FORM:
        raise FormUnreadable(f"this form is of version {mark[1]}, and this program reads version {FORM[3:]} only")
    line = " ".join(plain[mark.start() :].split())[:160]
    raise FormUnreadable(
        f"the form's code cannot be understood: {line}. Compare it with the form that went out, and give it with --code"
    )


def _check(line: str) -> str:
    """Return what a line of a form's code ends in: a mistyped character or two are found by it, and nothing else."""
    return b32encode(hashlib.sha256(line.upper().encode()).digest()).decode()[:_CHECK]
