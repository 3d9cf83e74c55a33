"""How unevenly something is spread: the Gini coefficient, and the share of the few who carry most."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

FEW = 3  # the papers name three organisations and three people on whom the load fell (B-2.8)


def gini(values: Iterable[int]) -> Fraction | None:
    """Return the Gini coefficient of some amounts, none of them negative: exactly, or None where there is nothing.

    0 where all have the same; (n - 1) / n where one of n has everything. Half the mean difference between all pairs,
    over the mean: the sum over i, j of |x_i - x_j|, divided by 2 n^2 times the mean. Computed from the sorted amounts
    x_1 <= ... <= x_n as the sum of (2 i - n - 1) x_i, divided by n times their sum, which is the same.

    Source: C. Gini, Variabilita e mutabilita (Bologna, 1912).
    """
    ordered = sorted(values)
    count, total = len(ordered), sum(ordered)
    if not total:
        return None
    return Fraction(sum((2 * i - count - 1) * x for i, x in enumerate(ordered, start=1)), count * total)


def share_of_the_most(values: Iterable[int], few: int = FEW) -> Fraction | None:
    """Return which part of the whole the `few` with the most have together (0 to 1), or None where there is nothing.

    The concentration ratio CR_k of k = `few`. Where there are no more than that, it is 1.

    Source: the concentration ratio as official statistics have it (Hall and Tideman, Measures of Concentration,
    Journal of the American Statistical Association 62, 1967).
    """
    ordered = sorted(values, reverse=True)
    total = sum(ordered)
    return Fraction(sum(ordered[:few]), total) if total else None
