"""What tools that tell of scenarios share: the shipped model with its features, tried or as they last came out."""

from __future__ import annotations

from peoplezones.domain.workflow import Model
from peoplezones.spec.folders import Folders
from peoplezones.spec.prepared import prepare, results_needed
from peoplezones.spec.tracing import Trace, trace
from tools._kept import PROJECT


def traced() -> tuple[Model, Trace]:
    """Return the shipped model and its trace."""
    folders = Folders(PROJECT / "workflows" / "revised", PROJECT / "features")
    prepared = prepare(folders, tags_may_be_wrong=True)
    return prepared.model, trace(prepared, results_needed(prepared))
