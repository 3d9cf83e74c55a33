"""The commands of an auditor: `audit`. One file for each family of them, loaded when it is called for."""

from __future__ import annotations

from .groups import LazyGroup
from .options import db_option

audit = LazyGroup(
    "audit",
    help="Look into the log as an auditor does.",
    params=[db_option()],
    lazy={
        "verify": ("audit_verify:verify", "Is the log whole? In the database, or in a bundle, offline."),
        "replay": ("audit_verify:replay", "Was every step allowed? Submit every request again."),
        "export": ("audit_export:export", "Write a bundle that can be checked without us."),
        "review": ("audit_review:review", "What an auditor asks: who acted, for whom, when, by what exception."),
        "events": ("audit_events:events", "Write the log as an event log, for process mining."),
        "checkpoint": (
            "audit_checkpoint:checkpoint",
            "Sign how large the log is and what is in it, for others to keep.",
        ),
        "cosigned": ("audit_checkpoint:cosigned", "Add what a witness answered to the checkpoint that is kept."),
        "prove": ("audit_prove:prove", "Prove that an entry is in the log, or check such a proof."),
        "consistency": ("audit_prove:consistency", "Prove that the log only grew between two sizes or checkpoints."),
        "key": ("audit_key:key", "Make a key that signs checkpoints, or show which ones the log has had."),
    },
)
