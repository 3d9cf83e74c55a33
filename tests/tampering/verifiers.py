"""The three verifiers, each asked in the same way: is anything wrong, which entry is named, how far is it certain."""

from __future__ import annotations

import importlib.util
import io
import re
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from peoplezones.audit.bundle import BundleWrong
from peoplezones.audit.checkpoints import held
from peoplezones.audit.export import export
from peoplezones.audit.findings import Report
from peoplezones.audit.note import PublicKey
from peoplezones.audit.verify import verify
from peoplezones.audit.verify_bundle import verify_bundle
from peoplezones.store.database import open_database

SECOND_VERIFIER = Path(__file__).parents[2] / "docs" / "verify.py"


@dataclass(frozen=True)
class Verdict:
    """Whether something is wrong; the entry named first (0: none), those mentioned, and the last one called certain."""

    found: bool
    first: int
    mentioned: frozenset[int]
    certain: int
    text: str


def second_verifier() -> ModuleType:
    """Return docs/verify.py as a module, found by its path: it is in no package."""
    spec = importlib.util.spec_from_file_location("second_verifier", SECOND_VERIFIER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_second = second_verifier()


def of_database(path: Path, kept: Sequence[str] = ()) -> Verdict:
    """Ask `audit verify` about a database."""
    engine = open_database(path)
    try:
        return _verdict(verify(engine, [held(text, "kept", kept=True) for text in kept]))
    finally:
        engine.dispose()


def of_bundle(path: Path, kept: Sequence[str] = (), keys: Sequence[PublicKey] = ()) -> Verdict:
    """Ask `audit verify` about a bundle."""
    try:
        return _verdict(verify_bundle(path, [held(text, "kept", kept=True) for text in kept], keys))
    except BundleWrong as error:
        return Verdict(True, 0, frozenset(), 0, str(error))


def _verdict(report: Report) -> Verdict:
    text = "\n".join(map(str, report.wrong))
    first = report.first.entry if report.first else 0
    mentioned = {one.entry for one in report.wrong} | set(map(int, re.findall(r"entry (\d+)", text)))
    return Verdict(not report.agrees, first, frozenset(mentioned), report.certain, text)


def of_second(path: Path, kept: Sequence[str] = (), keys: Sequence[PublicKey] = ()) -> Verdict:
    """Ask docs/verify.py about a bundle."""
    files = [path.with_name(f"kept-{number}.txt") for number in range(len(kept))]
    for file, text in zip(files, kept, strict=True):
        file.write_text(text)
    options = [option for file in files for option in ("--checkpoint", str(file))]
    options += [option for key in keys for option in ("--key", str(key))]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            code = _second.main([str(path), *options])
        except SystemExit as ended:
            code = ended.code
    assert code in (0, 1, 2)
    return second_verdict(code, said.getvalue())


def second_verdict(code: int, text: str) -> Verdict:
    """Return what docs/verify.py said; nothing that it prints may confuse a terminal."""
    assert text.isascii()
    assert "Traceback" not in text
    assert text.replace("\n", "").isprintable()
    wrong = re.findall(r"^WRONG: (.*)$", text, re.MULTILINE)
    named = [int(number) for line in wrong for number in re.findall(r"^entry (\d+): ", line)]
    mentioned = {int(number) for line in wrong for number in re.findall(r"entry (\d+)", line)}
    certain = max(map(int, re.findall(r"^certain .*: entries 1 to (\d+)", text, re.MULTILINE)), default=0)
    return Verdict(code != 0, min(named, default=0), frozenset(mentioned), certain, text)


def exported(database: Path, bundle: Path) -> Path:
    """Export a database, personal values too, and return where the bundle is."""
    engine = open_database(database)
    try:
        with bundle.open("wb") as out:
            export(engine, out, personal=True, attachments=True)
    finally:
        engine.dispose()
    return bundle
