"""Who signed a returned form, and when: held against the register, and against what the secretary says."""

from __future__ import annotations

from peoplezones.domain.errors import UnknownName
from peoplezones.domain.record import Value
from peoplezones.domain.values import named, parse_date
from peoplezones.queries.naming import names
from peoplezones.store.naming import person_kind, resolve
from peoplezones.store.workspace import Workspace

from .answers import Answer
from .code import FormCode
from .questions import DAY, NAME


class Signed(Value, frozen=True):
    """Whose answer it is (a reference, or "" where that cannot be told), the day, and what is amiss, by question."""

    person: str = ""
    on: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def signed_by(view: Workspace, code: FormCode, name: Answer, day: Answer, person: str, on: str, today: str) -> Signed:
    """Return who signed and when. `person` and `on` are what whoever reads it says, and go before the form.

    Raises UnknownName or ValueError where these cannot be understood.
    """
    who, of_name, notes = _person(view, code, name, person)
    when, of_day = (parse_date(on), "") if on else _day(code, day, today)
    problems = [(place, text) for place, text in ((NAME, of_name), (DAY, of_day)) if text]
    return Signed(person=who, on=when, problems=tuple(problems), notes=tuple(notes))


def _person(view: Workspace, code: FormCode, name: Answer, said: str) -> tuple[str, str, list[str]]:
    """Return who answers, what is amiss with the signature, and what should be known of it."""
    kind = person_kind(view.model)
    if name.problem:
        return "", "", []  # that is told already
    if not name.text:
        return "", "nobody has signed; send it back to be signed", []
    if said:
        who = resolve(view, [kind], said)
        called = named(who, names(view, [who]).get(who, ""))
        return who, "", [f"you say that it is from {called}; it is signed '{name.text}'"]
    if code.person:
        return _expected(view, code.person, name.text, kind)
    try:
        return resolve(view, [kind], name.text), "", []
    except UnknownName as unknown:
        text = str(unknown)
        return "", f"{text}{'' if text.endswith('?') else '.'} If you know who signed, say so: --for PERSON", []


def _expected(view: Workspace, person: str, text: str, kind: str) -> tuple[str, str, list[str]]:
    """Return the person whom the form is for, if it is they who signed."""
    name = names(view, [person]).get(person, "")
    if _plain(text) in (_plain(name), _plain(person)):
        return person, "", []
    try:
        if resolve(view, [kind], text) == person:
            return person, "", []
    except UnknownName:
        pass
    known = named(person, name)
    return "", f"it is signed '{text[:80]}', and was made for {known}. If you know who signed, say so: --for PERSON", []


def _day(code: FormCode, day: Answer, today: str) -> tuple[str, str]:
    """Return the day on which it was signed, and what is amiss with that."""
    if day.problem:
        return "", ""
    if day.value is None:
        return "", "there is no date; send it back to be dated, or give the day from which it holds (--on)"
    if day.value > today:
        return "", f"{day.value} has not come yet; give the day from which it holds (--on)"
    if day.value < code.made:
        return "", f"{day.value} is before the form was made ({code.made}); give the day from which it holds (--on)"
    return day.value, ""


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
