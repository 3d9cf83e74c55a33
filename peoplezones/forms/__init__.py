"""Forms that go out as Word or Excel, are filled in by people who have no account here, and come back.

What a form asks follows from the declaration of the transitions, with no code per kind. `make_form` makes one,
`read_form` tells what a returned one says and what is amiss with it, `draft_of` makes the request that is entered.
"""

from .entering import draft_of
from .errors import Amiss, FormAmiss, FormImpossible, FormUnreadable
from .making import Form, make_copies, make_form
from .reading import read_form
from .result import FormRead, Said, Wanted

__all__ = [
    "Amiss",
    "Form",
    "FormAmiss",
    "FormImpossible",
    "FormRead",
    "FormUnreadable",
    "Said",
    "Wanted",
    "draft_of",
    "make_copies",
    "make_form",
    "read_form",
]
