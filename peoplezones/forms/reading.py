"""Reading a returned form: what it says, and everything that is amiss with it. Nothing is entered here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from peoplezones.domain.files import File
from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Workflow
from peoplezones.queries.naming import names
from peoplezones.store.workspace import Workspace

from .answers import Answer, answer_to
from .code import FormCode, code_in
from .errors import Amiss, FormUnreadable
from .from_excel import rows_of_excel
from .from_word import rows_of_word
from .matching import Found, matched
from .parts import taken_apart
from .plan import Plan, plan_of
from .questions import CAPACITY, DAY, NAME, PLACE, Offer, Question
from .result import FormRead, Said, Wanted
from .returned import Returned
from .signed import Signed, signed_by
from .subject import subject_of
from .weighing import weigh

THE_FORM = "The form"


def read_form(view: Workspace, file: File, today: str, wanted: Wanted | None = None) -> FormRead:
    """Return what a returned form says. Raises FormUnreadable where it is no form of this Board that can be read."""
    wanted = wanted or Wanted()
    parts = taken_apart(file)
    returned = rows_of_word(parts) if parts.is_word else rows_of_excel(file)
    code = _code(file, returned, wanted.code)
    if not view.log.startswith(code.log):
        raise FormUnreadable(
            f"{file.name} is another Board's form: its log begins with {code.log}, and the log of this Board with "
            f"{view.log[: len(code.log)]}"
        )
    return _Reading(view, file, today, wanted, code, returned).read()


def _code(file: File, returned: Returned, typed: str) -> FormCode:
    """Return the code of a form: as it was typed, or else as it stands in the file. Raises FormUnreadable."""
    if typed:
        found = code_in(typed)
        if found is None:
            raise FormUnreadable("this is no code of a form; it begins with PZF1 and stands at the form's foot")
        return found
    codes = {str(found): found for text in returned.codes if (found := code_in(text)) is not None}
    if len(codes) > 1:
        raise FormUnreadable(f"{file.name} has the codes of several forms: {', '.join(codes)}; say which with --code")
    if not codes:
        raise FormUnreadable(
            f"there is no form's code in {file.name}. If it is a form, give the code that stands at the foot of the "
            "form as it went out: --code 'PZF1 …'"
        )
    return next(iter(codes.values()))


class _Reading:
    """The reading of one form, piece by piece; `problems` fills up in the order of the form."""

    def __init__(
        self, view: Workspace, file: File, today: str, wanted: Wanted, code: FormCode, returned: Returned
    ) -> None:
        self._view, self._file, self._today = view, file, today
        self._wanted, self._code, self._returned = wanted, code, returned
        self._problems: list[Amiss] = []
        self._awaited: list[Amiss] = []
        self._notes: list[str] = []
        self._key = f"form-{hashlib.sha256(file.content).hexdigest()[:40]}"
        self._entered = _entry_of(view, self._key)

    def read(self) -> FormRead:
        """Return what the form says."""
        code = self._code
        subject = subject_of(self._view, code, self._file.name, entered=bool(self._entered))
        self._problems += [Amiss(place=THE_FORM, problem=problem) for problem in subject.problems]
        workflow, record = subject.workflow, subject.record
        plan = plan_of(self._view, code, subject.model, workflow, record)
        found = matched(plan, self._returned.rows)
        answers = {question.code: self._answer(question, found[question.code]) for question in plan.questions()}
        offer = self._offer(plan, answers)
        self._check_files(offer)
        signed = self._signed(plan, answers)
        said = _said(plan, answers)
        values = {} if offer is None else self._values(workflow, record, offer, answers, signed.on)
        return FormRead(
            file=self._file.name,
            code=str(code),
            kind=workflow.name,
            kind_title=workflow.title,
            reference=code.reference,
            seen=code.seen,
            made=code.made,
            transition=offer.transition if offer else "",
            title=offer.title if offer else "",
            actor=signed.person,
            actor_name=names(self._view, [signed.person]).get(signed.person, "") if signed.person else "",
            on=signed.on,
            key=self._key,
            answers=said,
            values=values,
            problems=_in_order(plan, self._problems),
            awaited=tuple(self._awaited),
            notes=tuple(self._notes),
            entered=self._entered,
        )

    def _amiss(self, question: Question | None, problem: str) -> None:
        self._problems.append(Amiss(place=question.place if question else THE_FORM, problem=problem))

    def _answer(self, question: Question, found: Found) -> Answer:
        cell, trouble = found
        answer = answer_to(question, cell) if cell is not None else Answer()
        if question.type == "file":
            return self._file_answer(question, answer)
        if trouble or answer.problem:
            self._amiss(question, trouble or answer.problem)
        return answer

    def _file_answer(self, question: Question, answer: Answer) -> Answer:
        """Return the file that came with the form for this question, if one did."""
        sent = self._wanted.files.get(question.field)
        if sent is None and answer.text:
            self._notes.append(
                f"{question.place}: '{answer.text[:60]}' is written where a file was asked for; name the file that "
                f"came with the form: --attach {question.field}=FILE"
            )
        return Answer(text=sent.name, value=sent) if sent else Answer()

    def _offer(self, plan: Plan, answers: Mapping[str, Answer]) -> Offer | None:
        """Return the answer that is given; what is written under the others is amiss."""
        filled = [o for o in plan.offers if any(answers[q.code].text for q in o.questions)]
        if plan.which is None:
            return plan.offers[0]
        chosen = answers[plan.which.code]
        offer = next((one for one in plan.offers if one.transition == chosen.value), None)
        if offer is None:
            hint = (
                f"; only questions of '{filled[0].letter}: {filled[0].title}' are answered" if len(filled) == 1 else ""
            )
            if not chosen.problem:
                self._amiss(plan.which, f"no answer is chosen{hint}")
            return None
        for other in filled:
            for question in other.questions:
                if other is not offer and answers[question.code].text:
                    self._amiss(
                        question,
                        f"is filled in, and the answer given is '{offer.letter}: {offer.title}'; leave it empty, or "
                        f"choose '{other.letter}: {other.title}'",
                    )
        return offer

    def _check_files(self, offer: Offer | None) -> None:
        """Add the files that came with the form and that the answer does not ask for."""
        taking = [question.field for question in offer.questions if question.type == "file"] if offer else []
        for name in self._wanted.files:
            if offer is not None and name not in taking:
                these = f"these do: {', '.join(taking)}" if taking else "nothing does"
                self._amiss(None, f"'{name}' takes no file here; {these}")

    def _signed(self, plan: Plan, answers: Mapping[str, Answer]) -> Signed:
        """Return who signed, and from which day it holds."""
        by_code = {question.code: question for question in plan.signing}
        wanted = self._wanted
        signed = signed_by(self._view, self._code, answers[NAME], answers[DAY], wanted.person, wanted.on, self._today)
        for code, problem in signed.problems:
            self._amiss(by_code[code], problem)
        self._notes += signed.notes
        return signed

    def _values(
        self, workflow: Workflow, record: Record | None, offer: Offer, answers: Mapping[str, Answer], on: str
    ) -> dict[str, Any]:
        """Return what is asked, by field, once it has been weighed as a request would be."""
        values = {q.field: answers[q.code].value for q in offer.questions if answers[q.code].value is not None}
        if self._code.reference and record is None:
            return values  # it lives by another model now, which is amiss anyway
        known = {one.place for one in self._problems}
        by_field = {question.field: question for question in offer.questions}
        for name, problem in weigh(self._view, workflow, record, offer.transition, values, on or self._today).items():
            question = by_field.get(name)
            if question is not None and question.type == "file" and name not in self._wanted.files:
                self._awaited.append(
                    Amiss(question.place, f"comes as a file of its own; name it: --attach {name}=FILE")
                )
            elif question is None or question.place not in known:
                self._amiss(question, problem)
        return values


def _said(plan: Plan, answers: Mapping[str, Answer]) -> tuple[Said, ...]:
    return tuple(
        Said(
            code=question.code,
            label=question.label,
            text=answers[question.code].text,
            field=question.field,
            value=None if isinstance(answers[question.code].value, File) else answers[question.code].value,
            personal=question.personal or question.code in (NAME, CAPACITY, PLACE),
        )
        for question in plan.questions()
        if answers[question.code].text or answers[question.code].value is not None
    )


def _in_order(plan: Plan, problems: list[Amiss]) -> tuple[Amiss, ...]:
    places = [THE_FORM, *(question.place for question in plan.questions())]
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: places.index(one.place)))


def _entry_of(view: Workspace, key: str) -> int:
    """Return the number of the entry that a key made, or 0."""
    line = view.line_with_key(key)
    return int(json.loads(line)["n"]) if line else 0
