"""Everything read and checked before any feature is tried, so that a mistake is told before anybody waits."""

from __future__ import annotations

from dataclasses import dataclass

from peoplezones.domain.errors import UsageError
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.doubts import Doubts
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.source import Problem

from .feature_reading import FeaturesInvalid
from .folders import Folders
from .journey_reading import load_journeys
from .kept import keep_results, kept_results
from .run import scenarios_in
from .soundness import mistakes_in, wrong_tags_in
from .trials import Progress, Results, Trying, try_all


@dataclass(frozen=True, slots=True)
class Prepared:
    """A model with its journeys and features, what stands against it (`doubts`), and tags that name no clause."""

    trying: Trying
    doubts: Doubts
    wrong_tags: tuple[Problem, ...]

    @property
    def model(self) -> Model:
        """The model that is tried."""
        return self.trying.model

    @property
    def folders(self) -> Folders:
        """Where it is."""
        return self.trying.folders


def prepare(folders: Folders, *, tags_may_be_wrong: bool = False) -> Prepared:
    """Read model, journeys and features.

    Raises ModelInvalid, JourneysInvalid or FeaturesInvalid with every mistake; a tag that names no clause is none where
    `tags_may_be_wrong`. Broken promises are no mistakes here: they are among the doubts.
    """
    doubts = Doubts()
    model = load_folder(folders.model, doubts=doubts)
    journeys = load_journeys(folders.journeys, model)
    wrong = wrong_tags_in(folders.features, model)
    mistakes = mistakes_in(folders.features, model)
    if tags_may_be_wrong:
        mistakes = tuple(mistake for mistake in mistakes if mistake not in wrong)
    if mistakes:
        raise FeaturesInvalid(mistakes)
    return Prepared(Trying(folders, model, journeys, tuple(scenarios_in(folders.features))), doubts, wrong)


def results_needed(prepared: Prepared, *, run: bool | None = None, progress: Progress | None = None) -> Results:
    """Return what `results_of` does. Raises UsageError where none are kept and none may be made."""
    found = results_of(prepared, run=run, progress=progress)
    if found is None:
        raise UsageError("these features have not been tried since something changed; leave --no-run out to try them")
    return found


def results_of(prepared: Prepared, *, run: bool | None = None, progress: Progress | None = None) -> Results | None:
    """Return how the scenarios come out: from the last run where nothing has changed since, or else by trying them.

    `run` True always tries them; False never does, and returns None where no results are kept.
    """
    found = None if run else kept_results(prepared.folders)
    if found is None and run is not False:
        found = try_all(prepared.trying, progress)
        keep_results(prepared.folders, found)
    return found
