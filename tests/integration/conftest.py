"""Boards in files of their own, under the test models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine import Engine


@pytest.fixture
def trust(tmp_path: Path) -> Iterator[Engine]:
    """An orchard trust with a secretary."""
    engine = Engine(tmp_path / "trust.db", "orchard")
    yield engine
    engine.board.close()


@pytest.fixture
def society(tmp_path: Path) -> Iterator[Engine]:
    """An allotment society with a secretary (PE-001), a chair (PE-002) and a member (PE-003)."""
    engine = Engine(tmp_path / "society.db", "allotment")
    engine.people("Bob", "Cy")
    engine.do("post", "appoint", office="chair", person="PE-002", body="SO-1", on="2026-01-02")
    yield engine
    engine.board.close()


@pytest.fixture
def asked(society: Engine) -> Engine:
    """The society with a plot (PL-2026-001) for which Bob and Cy have been asked to pledge (PG-001, PG-002)."""
    society.do("plot", "propose", name="North end", rent="12.50", on="2026-01-02")
    society.do("plot", "ask", "PL-2026-001", members=["Bob", "Cy"], on="2026-01-02")
    return society


@pytest.fixture
def planted(asked: Engine) -> Engine:
    """The society with its plot planted, and Cy as its warden (PO-003)."""
    asked.do("pledge", "pledge", "PG-001", by="PE-002", hours=5, on="2026-01-03")
    asked.do("pledge", "pledge", "PG-002", by="PE-003", hours=5, on="2026-01-03")
    asked.do("post", "appoint", office="warden", person="Cy", body="PL-2026-001", on="2026-01-03")
    asked.do("plot", "plant", "PL-2026-001", by="PE-002", on="2026-01-04")
    return asked
