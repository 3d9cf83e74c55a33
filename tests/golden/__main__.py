"""Write the log of a small made-up Board as it is written today: `python -m tests.golden FILE`.

`format-2.zip` was made so once and is not made again: logs that are out there hold the words of its time. When the
format changes, a file of the new format is put beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from peoplezones.audit.export import export
from peoplezones.service import Erasing, Wanted
from tests.engine import MODELS, Engine

NOBODY = "PE-003"


def main(target: str) -> None:
    """Let the Board live, and write its log."""
    with TemporaryDirectory() as folder:
        engine = Engine(Path(folder, "golden.db"), "allotment")
        live(engine)
        report = engine.board.rebuild()
        assert report.agrees, report.differences
        with Path(target).open("wb") as out:
            export(engine.board.engine, out, personal=True)
        engine.board.close()


def live(engine: Engine) -> None:
    """Do, and have refused, something of every kind that the engine itself has words for."""
    engine.people("Bob Example", "Cy Example")
    engine.do("post", "appoint", office="chair", person="PE-002", body="SO-1", on="2026-01-02")
    engine.do("plot", "propose", name="North end", rent="12.50", on="2026-01-02", key="k1")
    engine.do("plot", "ask", "PL-2026-001", members=["PE-002", "PE-003"], on="2026-01-02")
    for by in ("PE-001", "PE-002", NOBODY):  # not from here, not by them, not yet
        engine.ask("plot", "plant", "PL-2026-001", by, on="2026-01-02")
    engine.do("pledge", "pledge", "PG-001", by="PE-002", hours=5, on="2026-01-03")
    engine.ask("pledge", "pledge", "PG-002", by="PE-002", hours=5, on="2026-01-03")
    engine.ask("pledge", "pledge", "PG-002", by="PE-003", hours=5, on="2026-01-01")  # before its last step
    engine.ask("pledge", "pledge", "PG-002", by="PE-003", hours=5, on="2027-01-01")  # in the future
    engine.ask("pledge", "pledge", "PG-002", actor="Cy Example", hours=5, on="2026-01-03")  # without its document
    engine.do("pledge", "pledge", "PG-002", actor="Cy Example", hours=5, on="2026-01-03", document="A made-up letter")
    engine.ask("pledge", "withdraw", "PG-002", by="PE-002", actor="Cy Example", on="2026-01-03")  # enters for others
    engine.do("post", "appoint", office="warden", person="PE-003", body="PL-2026-001", on="2026-01-03")
    engine.do("plot", "plant", "PL-2026-001", by="PE-002", on="2026-01-04")
    engine.ask("plot", "plant", "PL-2026-001", by="PE-002", on="2026-01-04")  # not from here
    engine.ask("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10", seen=1)
    engine.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10")
    engine.ask("plot", "undo", "PL-2026-001", by="PE-002", reason="A slip", on="2026-01-11")
    engine.do("plot", "undo", "PL-2026-001", by="PE-003", reason="A slip", on="2026-01-11")
    engine.ask("plot", "amend", "PL-2026-001", by=NOBODY, rent="4", reason="A slip")
    engine.do("plot", "amend", "PL-2026-001", rent="3", reason="A slip")
    engine.do("pledge", "withdraw", "PG-001", actor="Bob Example", document="Another letter", on="2026-01-12")
    engine.do("post", "name_deputy", "PO-003", deputy="PE-002", on="2026-01-14")
    engine.do("post", "end", "PO-003", on="2026-01-15")
    name = f"peoplezones/{engine.sql('select log from head')[0][0]}"
    for by in (NOBODY, "PE-001", "PE-001"):  # not by them, done, and not a second time
        engine.board.register_key(_public(name), actor=by)
    for by in (NOBODY, "PE-001"):
        engine.board.erase(Erasing(records=("PE-003",), basis="mistake", entered_by=by))
        engine.board.adopt(MODELS / "commons", entered_by=by)
        engine.board.migrate(Wanted(everything=True, entered_by=by))


def _public(name: str) -> str:
    """Return a made-up public key of the log."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from peoplezones.domain.public_key import ED25519, PublicKey

    secret = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    return str(PublicKey(name, ED25519, secret.public_key().public_bytes_raw()))


if __name__ == "__main__":
    main(sys.argv[1])
