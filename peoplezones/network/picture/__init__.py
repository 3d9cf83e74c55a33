"""A picture of the network that a paper can hold.

Each record of the kind that the Board is about has a box of its own with everything that it is linked to; then whatever
has most links that no box shows yet has the next, until every link is drawn. What is linked in several boxes is drawn
in each, with a second outline and the numbers of the others: lines across the whole sheet could not be followed beyond
a handful of boxes.
"""

from .draw import MOST, Drawing, Stated, TooLarge, drawing_of, picture

__all__ = ["MOST", "Drawing", "Stated", "TooLarge", "drawing_of", "picture"]
