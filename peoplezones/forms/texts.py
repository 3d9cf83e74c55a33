"""The sentences that stand on every form."""

from __future__ import annotations

from .plan import Plan

NUMBER, QUESTION, ANSWER = "No.", "Question", "Your answer"
WRITE = "[Write here]"
BOX, TICKED = "☐", "☒"
PERSONAL = "personal"
ABOUT, HOW, SIGN, KEPT = (
    "What this is about",
    "How to fill it in and send it back",
    "Who answers",
    "Who reads this, and what is kept",
)
NOTHING_ASKED = "Nothing more is asked. By signing below you ask for it."


def how(plan: Plan, *, excel: bool) -> tuple[str, ...]:
    """Return how the form is filled in and comes back."""
    choose = "Where there is a list, choose from it." if excel else "Tick one box where there are several."
    where = f"Write in the column '{ANSWER}' and nowhere else." if excel else f"Write in place of '{WRITE}'."
    first = () if plan.which is None else ("Say first which answer you give. Then answer its questions only.",)
    program, ending = ("an Excel workbook", ".xlsx") if excel else ("a Word document", ".docx")
    return (
        *first,
        f"{where} {choose} Leave empty what need not be given and does not apply.",
        f"Save it as {program} ({ending}) and send it back to whoever sent it to you, by replying to their message. Do "
        "not send a photo, a scan or a PDF of it unless you have to: somebody must then type it.",
    )


def kept(plan: Plan) -> tuple[str, ...]:
    """Return who reads the form, what is kept of it, and what it is worth."""
    return (
        *plan.kept,
        f"A form proves nothing by itself: whoever enters it ({plan.enters}) sees to it that it comes from you, and "
        "answers for that.",
    )


def code_line(plan: Plan) -> str:
    """Return the line at the foot."""
    return f"Form code, please leave it as it is: {plan.code}"
