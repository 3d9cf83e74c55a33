"""Where a model, its features and its journeys are: in a folder of somebody's own, or those that are shipped."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from peoplezones.domain.errors import PeopleZonesError, UsageError, did_you_mean
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.model_file import MODEL_FILE
from peoplezones.operating_model.shipped import shipped

WORKFLOWS: Final = "workflows"
FEATURES: Final = "features"
JOURNEYS: Final = "journeys"
SHIPPED: Final = "revised"


class ExtraMissing(PeopleZonesError):
    """Features are read by pytest-bdd, which is not installed; add it: pip install "peoplezones[spec]"."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a model and of the features that are tried on it."""

    model: Path
    features: Path

    @property
    def journeys(self) -> Path:
        """The folder of the journeys that the features walk."""
        return self.features / JOURNEYS


def folders_in(top: Path | None = None, model: str = "") -> Folders:
    """Return the folders in `top`, or the shipped ones; `model` names one of several models in `top/workflows`.

    Raises UsageError where one is missing, ExtraMissing where features cannot be read.
    """
    need_extra()
    if top is None:
        return Folders(_model_in(shipped(WORKFLOWS), model or SHIPPED), shipped(FEATURES))
    found = Folders(_model_in(_folder(top, WORKFLOWS, "your model"), model), _folder(top, FEATURES, "your features"))
    _folder(found.features, JOURNEYS, "the journeys that your features walk")
    if not any(found.features.rglob("*.feature")):
        raise UsageError(f"'{found.features}' has no feature (*.feature); write one, or copy the shipped ones")
    return found


def model_meant(named: Path | None) -> Path:
    """Return the folder of the model that is meant: one of a model, one that holds it as `workflows`, or the shipped.

    Raises UsageError where the folder holds several models, or none.
    """
    if named is None:
        return shipped(WORKFLOWS) / SHIPPED
    inside = named / WORKFLOWS
    return _model_in(inside, "") if inside.is_dir() and not (named / MODEL_FILE).is_file() else named


def features_beside(model: Path, option: str) -> Path:
    """Return the folder of features (with journeys) that goes with the folder of a model: the one beside it.

    Only a model that has the name of the shipped one can do with the shipped ones. Raises UsageError where there are
    none; it names the `option` with which they can be named.
    """
    here = model.absolute()
    for found in (above / FEATURES for above in (here.parent, here.parent.parent)):
        if (found / JOURNEYS).is_dir():
            return found
    if load_folder(model).name == SHIPPED:
        return shipped(FEATURES)
    raise UsageError(f"beside '{model}' is no folder '{FEATURES}' with '{JOURNEYS}' in it; name yours with {option}")


def need_extra() -> None:
    """Raise ExtraMissing where features cannot be read."""
    if find_spec("pytest_bdd") is None:
        raise ExtraMissing


def _folder(top: Path, name: str, what: str) -> Path:
    found = top / name
    if not found.is_dir():
        raise UsageError(f"there is no folder '{found}'; it is where {what} should be")
    return found


def _model_in(folder: Path, name: str) -> Path:
    if not name and (folder / MODEL_FILE).is_file():
        return folder
    known = sorted(path.parent.name for path in folder.glob(f"*/{MODEL_FILE}"))
    if name in known or (not name and len(known) == 1):
        return folder / (name or known[0])
    if name:
        raise UsageError(f"'{folder}' has no model '{name}'{did_you_mean(name, known)}")
    if not known:
        raise UsageError(f"'{folder}' has no {MODEL_FILE}, nor has a folder in it; put your model there")
    raise UsageError(f"'{folder}' has several models ({', '.join(known)}); say which with --model NAME")
