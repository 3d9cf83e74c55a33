"""What an auditor asks of a log: `review` reads its entries once, in order, and answers every question together."""

from .asking import Asked
from .board import review_board
from .reviewing import Around, Review, Section, review
from .telling import Finding, Ruled

__all__ = ["Around", "Asked", "Finding", "Review", "Ruled", "Section", "review", "review_board"]
