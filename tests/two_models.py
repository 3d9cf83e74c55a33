"""The orchard trust's model, and another that calls much of it otherwise; each takes over the other's records."""

from __future__ import annotations

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import canonical_texts, load_texts
from tests.engine import MODELS

Texts = dict[str, str]

#: What the other model calls otherwise: file, what it says, what it says instead.
OTHERWISE = (
    ("model.yaml", "model: orchard\n", "model: grove\n"),
    (
        "model.yaml",
        "{first: First, second: Second, windfall: Windfall}",
        "{best: Best, second: Second, fallen: Fallen}",
    ),
    ("model.yaml", "kinds: [orchard, harvest, basket, label]", "kinds: [orchard, harvest, basket, tag]"),
    ("label.yaml", "workflow: label", "workflow: tag"),
    ("basket.yaml", "{kind: label, transition: print", "{kind: tag, transition: print"),
    ("orchard.yaml", "{kind: label, transition: print", "{kind: tag, transition: print"),
    ("harvest.yaml", "  kilos: {type: number, decimals: 1", "  weight: {type: number, decimals: 1"),
    ("harvest.yaml", "takes: [grower, kilos, sold", "takes: [grower, weight, sold"),
    ("harvest.yaml", "fields: [kilos, sold", "fields: [weight, sold"),
    ("orchard.yaml", "harvest.kilos", "harvest.weight"),
    ("orchard.yaml", "grade: first}", "grade: best}"),
    ("orchard.yaml", "  tended: {title: Tended", "  kept_up: {title: Kept up"),
    ("orchard.yaml", "to: tended", "to: kept_up"),
    ("orchard.yaml", "from: tended", "from: kept_up"),
    ("orchard.yaml", "[wild, tended, fallow]", "[wild, kept_up, fallow]"),
    ("orchard.yaml", "in: [tended", "in: [kept_up"),
)
TO_GROVE = """
migrates:
  - from: orchard
    kinds:
      orchard: {to: orchard, states: {tended: kept_up}}
      harvest: {to: harvest, fields: {kilos: weight}, choices: {grade: {first: best, windfall: fallen}}}
      label: {to: tag}
  - {from: grove, kinds: {}}
"""
TO_ORCHARD = """
migrates:
  - from: grove
    kinds:
      orchard: {to: orchard, states: {kept_up: tended}}
      harvest: {to: harvest, fields: {weight: kilos}, choices: {grade: {best: first, fallen: windfall}}}
      tag: {to: label}
  - {from: orchard, kinds: {}}
"""


def both() -> tuple[tuple[Model, Texts], tuple[Model, Texts]]:
    """Return the model of the orchard, as one that takes records over, and the other one, each with its texts."""
    orchard = canonical_texts(MODELS / "orchard")
    grove = dict(orchard)
    for file, old, new in OTHERWISE:
        assert old in grove[file], (file, old)
        grove[file] = grove[file].replace(old, new)
    grove["tag.yaml"] = grove.pop("label.yaml")
    grove["model.yaml"] += TO_GROVE
    orchard["model.yaml"] += TO_ORCHARD
    return (load_texts(orchard, folder="orchard"), orchard), (load_texts(grove, folder="grove"), grove)
