"""From which day a personal value is due: so many days, months or years after another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain.retention import later
from peoplezones.domain.workflow import Period

days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("day", "number", "unit", "due"),
    [
        ("2020-01-06", 1, "days", "2020-01-07"),
        ("2020-02-28", 366, "days", "2021-02-28"),
        ("2020-01-31", 1, "months", "2020-02-29"),
        ("2021-01-31", 1, "months", "2021-02-28"),
        ("2021-01-31", 2, "months", "2021-03-31"),
        ("2020-12-15", 1, "months", "2021-01-15"),
        ("2020-11-30", 14, "months", "2022-01-30"),
        ("2020-02-29", 1, "years", "2021-02-28"),
        ("2020-02-29", 4, "years", "2024-02-29"),
        ("2019-12-31", 6, "years", "2025-12-31"),
    ],
)
def test_a_period_ends_on_the_same_day_or_the_last_of_a_shorter_month(
    day: str, number: int, unit: str, due: str
) -> None:
    assert later(day, Period(number=number, unit=unit)) == due  # type: ignore[arg-type]


@given(days, days, st.integers(1, 200), st.sampled_from(["days", "months", "years"]))
def test_what_was_given_later_is_never_due_earlier(one: date, other: date, number: int, unit: str) -> None:
    period = Period(number=number, unit=unit)  # type: ignore[arg-type]
    first, second = sorted([one.isoformat(), other.isoformat()])
    assert first < later(first, period) <= later(second, period)


@given(days, st.integers(1, 200))
def test_a_year_is_twelve_months(day: date, number: int) -> None:
    years, months = Period(number=number, unit="years"), Period(number=12 * number, unit="months")
    assert later(day.isoformat(), years) == later(day.isoformat(), months)
