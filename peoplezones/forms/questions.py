"""What a form asks, from the declaration of the transitions alone: the same for every kind of record.

Each question has a short code of its own (`A1`: the first of the first answer that can be given), which stands before
its label: people can name it on the telephone, and it is found again in whatever a form comes back as.
"""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Value
from peoplezones.domain.values import LONG_TEXT_LIMIT, TEXT_LIMIT, listed, show_value, type_of
from peoplezones.domain.wording import with_article
from peoplezones.domain.workflow import Choice, Field, Model, Transition, Workflow
from peoplezones.operating_model.describe import tests_in_words

WHICH = "Q"  # the code of the question which answer it is, and below those of who signs
NAME, CAPACITY, DAY, PLACE = "S1", "S2", "S3", "S4"
LETTERS = "ABCDEFGHIJK"  # of the answers that one form can offer
YES_NO = (Choice(name="yes", title="Yes"), Choice(name="no", title="No"))


class Question(Value, frozen=True):
    """One thing that a form asks: its code, the field that it is about, and what people read.

    `choices` are those to tick; `among` the records that can be named, where they are few.
    """

    code: str
    label: str
    type: str
    field: str = ""
    required: bool = False
    condition: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()
    many: bool = False
    personal: bool = False
    to: tuple[str, ...] = ()
    among: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where on the form this is, as people say it."""
        return f"{self.code} {self.label}"

    @property
    def must(self) -> str:
        """Whether it must be answered, in words."""
        if self.required:
            return "must be given"
        return f"must be given where {self.condition}" if self.condition else "may be left empty"


class Offer(Value, frozen=True):
    """One answer that a form offers: the transition that it asks for, and what is asked with it."""

    letter: str
    transition: str
    title: str
    help: str
    questions: tuple[Question, ...]


def offers_of(model: Model, workflow: Workflow, transitions: Iterable[str]) -> tuple[Offer, ...]:
    """Return what each of the transitions asks, in their order."""
    moves = [workflow.transitions[name] for name in transitions]
    return tuple(_offer(model, workflow, move, letter) for letter, move in zip(LETTERS, moves, strict=False))


def _offer(model: Model, workflow: Workflow, move: Transition, letter: str) -> Offer:
    fields = [(workflow.fields[name], name in move.asks) for name in (*move.asks, *move.takes)]
    questions = [
        question_of(model, workflow, field, f"{letter}{number}", asked=asked)
        for number, (field, asked) in enumerate(fields, start=1)
    ]
    return Offer(letter=letter, transition=move.name, title=move.title, help=move.help, questions=tuple(questions))


def question_of(model: Model, workflow: Workflow, field: Field, code: str, *, asked: bool) -> Question:
    """Return how a field is asked for."""
    return Question(
        code=code,
        label=field.label,
        type=field.type,
        field=field.name,
        required=asked,
        condition="" if asked or not field.required_when else tests_in_words(workflow, field.required_when),
        help=" ".join(part for part in (_sentence(field.help), how_to_write(model, field)) if part),
        choices=YES_NO if field.type == "yes_no" else _told_apart(field.choices),
        many=field.many,
        personal=field.personal,
        to=field.to,
    )


def _told_apart(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return choices with titles that differ: where two are alike, their names beside them."""
    titles = [choice.title.strip().casefold() for choice in choices]
    return tuple(
        Choice(name=choice.name, title=f"{choice.title.strip()} ({choice.name})") if titles.count(title) > 1 else choice
        for choice, title in zip(choices, titles, strict=True)
    )


def which(offers: tuple[Offer, ...]) -> Question | None:
    """Return the question which answer it is, where there are several."""
    if len(offers) == 1:
        return None
    choices = tuple(Choice(name=offer.transition, title=f"{offer.letter}: {offer.title}") for offer in offers)
    help_ = "Then answer only the questions that begin with its letter."
    label = "Which of these is your answer?"
    return Question(code=WHICH, label=label, type="choice", required=True, choices=choices, help=help_)


def signing() -> tuple[Question, ...]:
    """Return the questions of who signs."""
    return (
        Question(code=NAME, label="Your full name", type="text", required=True, help="By typing it here you sign."),
        Question(
            code=CAPACITY, label="Your post", type="text", help="And whom you sign for, where that is not yourself."
        ),
        Question(code=DAY, label="Date", type="date", required=True, help=DAY_HELP),
        Question(code=PLACE, label="Place", type="text"),
    )


DAY_HELP = "Write it as day/month/year, such as 05/03/2026."


def how_to_write(model: Model, field: Field) -> str:
    """Return how the value of a field is written, with its limits."""
    if field.type in ("text", "long_text"):
        most = field.maximum or (TEXT_LIMIT if field.type == "text" else LONG_TEXT_LIMIT)
        least = f"At least {field.minimum} and at" if field.minimum else "At"
        return f"{least} most {most:,} characters{'.' if field.type == 'text' else ', in as many lines as you like.'}"
    if field.type == "date":
        return " ".join([DAY_HELP, *_limits(field)])
    if field.type == "number":
        decimals = f"with at most {field.decimals} decimal places" if field.decimals else "without decimals"
        return " ".join([f"A number in figures, {decimals}.", *_limits(field)])
    if field.type == "money":
        return " ".join(["In pounds, such as 1,250.00.", *_limits(field)])
    if field.type == "ref":
        return _named(model, field)
    return _OTHERS[field.type]


_OTHERS = {
    "yes_no": "One of the two.",
    "choice": "One of these.",
    "file": "Send it together with this form, as a file of its own. Nothing is written here.",
}


def _named(model: Model, field: Field) -> str:
    title = listed((model.workflows[kind].title for kind in field.to), "or")
    if not field.many:
        return f"Name or reference of {with_article(title)}."
    least = f", at least {field.minimum}" if field.minimum else ""
    most = f", at most {field.maximum}" if field.maximum else ""
    return f"Names or references, one a line{least}{most}. Each is {with_article(title)}."


def _limits(field: Field) -> list[str]:
    kind = type_of(field)
    low = [] if field.minimum is None else [f"At least {show_value(kind, field.minimum)}."]
    return low if field.maximum is None else [*low, f"At most {show_value(kind, field.maximum)}."]


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."
