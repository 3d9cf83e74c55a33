"""Reading features: Gherkin to pytest-bdd's own values; or every file that cannot be read, with the line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import Feature

from peoplezones.domain.errors import UsageError
from peoplezones.operating_model.source import Problem

ENCODING = "utf-8-sig"  # some editors begin a file with a byte order mark
JOURNEYS = "journeys"  # a folder of features that holds a folder called so is a specification of its own


class FeaturesInvalid(UsageError):
    """The features have mistakes; every one is listed with file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        noun = "mistake" if len(self.problems) == 1 else "mistakes"
        super().__init__(f"the features have {len(self.problems)} {noun}:\n" + "\n".join(map(str, self.problems)))


def feature_files(folder: Path) -> list[Path]:
    """Return the features in a folder and below it, but for folders with journeys of their own: these are others."""
    below = (feature_files(inner) for inner in folder.iterdir() if inner.is_dir() and not (inner / JOURNEYS).is_dir())
    return sorted([*folder.glob("*.feature"), *(file for files in below for file in files)])


def features_in(folder: Path) -> list[Feature]:
    """Return the features in a folder and below it, by name. Raises FeaturesInvalid."""
    found, problems = [], []
    for file in feature_files(folder):
        try:
            if any(not line.startswith(("#", "@")) for line in _lines(file)):
                found.append(get_feature(str(file.parent), file.name, ENCODING))
            else:
                problems.append(Problem(str(file), 1, 1, "no feature is written here; write one or take the file away"))
        except OSError as error:
            problems.append(
                Problem(str(file), 1, 1, f"this cannot be read ({error.strerror}); mend it or take it away")
            )
        except UnicodeDecodeError:
            problems.append(Problem(str(file), 1, 1, "this is not UTF-8; save the file as UTF-8"))
        except GherkinParseError as error:
            problems.append(Problem(str(file), error.line, 1, f"this is not Gherkin: {_said(error)}"))
    if problems:
        raise FeaturesInvalid(problems)
    return sorted(found, key=lambda feature: feature.name or feature.filename)


def _said(error: GherkinParseError) -> str:
    """Return what is wrong, on one line, with the line that it is about."""
    said = " ".join(error.message.removeprefix("Unknown parsing error: Parser errors:").split())
    return f"{said.rstrip('.')} ({error.line_content.strip()})" if error.line_content.strip() else said


def _lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(ENCODING).splitlines() if line.strip()]
