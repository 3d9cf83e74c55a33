"""What all tests share: the steps of features (until the package is installed), and how hard Hypothesis looks.

`HYPOTHESIS_PROFILE=ci` makes it look harder. `--database postgresql` has Boards live in PostgreSQL.
"""

import os
import sys

import pytest
from hypothesis import settings

from tests import databases

pytest_plugins = ["peoplezones.spec.plugin"]

# As is Hypothesis's own habit, a build gives the same answer twice; at a desk each run looks elsewhere.
settings.register_profile("quick", max_examples=60, deadline=None, derandomize="CI" in os.environ)
settings.register_profile("ci", max_examples=400, deadline=None, print_blob=True)
settings.register_profile("server", max_examples=24, deadline=None, derandomize="CI" in os.environ)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let it be said where Boards live."""
    parser.addoption("--database", choices=(databases.SQLITE, databases.POSTGRESQL), default=databases.SQLITE)


def pytest_configure(config: pytest.Config) -> None:
    """Heed it."""
    config.addinivalue_line("markers", "sqlite: about files, and so not for --database postgresql")
    databases.choose(config.getoption("--database"))
    if databases.chosen == databases.POSTGRESQL and "HYPOTHESIS_PROFILE" not in os.environ:
        settings.load_profile("server")  # every example is a Board of its own, in a schema of its own


def pytest_unconfigure() -> None:
    """Stop the server and the browser, if there are any."""
    databases.server.close()
    if looked_at := sys.modules.get("tests.pages"):
        looked_at.chromium.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, on PostgreSQL, what is about files."""
    if databases.chosen == databases.SQLITE:
        return
    left_out = [item for item in items if item.get_closest_marker("sqlite")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
