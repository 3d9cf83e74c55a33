"""`audit verify`, on the database and on a bundle: what is whole is accepted, and what was altered is named."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from peoplezones.audit.bundle import BundleWrong
from peoplezones.audit.checkpoints import Held, held
from peoplezones.audit.export import export
from peoplezones.audit.findings import Report
from peoplezones.audit.keyring import origin_of
from peoplezones.audit.note import ED25519, Note, PublicKey, Signature, sign
from peoplezones.audit.replay import replay_bundle
from peoplezones.audit.verify import verify
from peoplezones.audit.verify_bundle import verify_bundle
from peoplezones.store.database import open_database
from tests.databases import altered
from tests.engine import Engine

SECRET = bytes(range(32))


class Signer:
    """Signs for the log of a Board."""

    def __init__(self, engine: Engine) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self.name = origin_of(engine.sql("select log from head")[0][0])
        public = Ed25519PrivateKey.from_private_bytes(SECRET).public_key().public_bytes_raw()
        self.key = PublicKey(self.name, ED25519, public)

    def __call__(self, text: str) -> Signature:
        """Return a signature."""
        return sign(text, self.name, SECRET)


@pytest.fixture
def lived(planted: Engine) -> Engine:
    """A Board with refusals, corrections and personal values."""
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10", key="k1")
    planted.do("plot", "undo", "PL-2026-001", by="PE-003", reason="slip", on="2026-01-11")
    planted.do("pledge", "withdraw", "PG-001", actor="Bob", document="letter", on="2026-01-12")
    planted.why_not("plot", "propose", name="Never", by="PE-003", on="2027-01-01")
    planted.do("plot", "propose", name="Second")
    return planted


def bundle_of(engine: Engine, path: Path, **options: object) -> Path:
    with path.open("wb") as out:
        export(engine.board.engine, out, **options)  # type: ignore[arg-type]
    return path


def checkpoint_of(engine: Engine) -> Held:
    """Take a checkpoint of a Board as it stands, to be kept elsewhere."""
    out = io.BytesIO()
    now, signer = export(engine.board.engine, out), Signer(engine)
    return held(str(Note(now.text, (signer(now.text),))), "kept.txt", kept=True)


def changed(engine: Engine, *statements: str) -> Report:
    """Change something behind the Board's back, in a copy, and verify it."""
    database = open_database(altered(engine.path, *statements))
    try:
        return verify(database)
    finally:
        database.dispose()


def repacked(bundle: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Return a copy of a bundle in which one member is another."""
    other = bundle.with_name("changed.zip")
    with zipfile.ZipFile(bundle) as source, zipfile.ZipFile(other, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, change(content) if info.filename == name else content)
    return other


def test_a_whole_log_is_accepted_in_the_database_and_in_a_bundle(lived: Engine, tmp_path: Path) -> None:
    size = lived.size()
    bundle = bundle_of(lived, tmp_path / "b.zip", personal=True)
    for report in (verify(lived.board.engine), verify_bundle(bundle)):
        assert report.agrees, report.wrong
        assert (report.entries, report.moved + report.refused, report.authn) == (size, size, {"asserted": size})
        assert report.refused == 1
        assert any("No signed checkpoint" in remark for remark in report.remarks)
    assert replay_bundle(bundle).agrees


def test_the_bundle_of_a_log_is_the_same_each_time(lived: Engine, tmp_path: Path) -> None:
    assert bundle_of(lived, tmp_path / "a").read_bytes() == bundle_of(lived, tmp_path / "b").read_bytes()


def test_a_kept_checkpoint_makes_everything_before_it_certain(lived: Engine, tmp_path: Path) -> None:
    kept, signer = checkpoint_of(lived), Signer(lived)
    size = lived.size()
    lived.do("plot", "propose", name="Third")
    bundle = bundle_of(lived, tmp_path / "b.zip", sign=[signer])
    for report in (verify(lived.board.engine, [kept], [signer.key]), verify_bundle(bundle, [kept], [signer.key])):
        assert report.agrees, report.wrong
        assert (size, True, True) in [(one.size, one.kept, one.agrees) for one in report.checkpoints]
    assert verify(lived.board.engine, [kept], [signer.key]).certain == size
    assert verify_bundle(bundle, [kept], [signer.key]).certain == size + 1


def test_a_log_that_was_cut_short_is_found_only_by_what_was_kept(lived: Engine) -> None:
    kept, signer, size = checkpoint_of(lived), Signer(lived), lived.size()
    shorter = lived.path.with_name("shorter.db")
    other = Engine(shorter, "allotment")  # a log of its own, which is shorter
    report = verify(other.board.engine, [kept], [signer.key])
    assert report.first is not None
    assert "is of another log" in report.first.what
    other.board.close()
    bundle = bundle_of(lived, lived.path.with_name("b.zip"))
    assert verify_bundle(bundle, [kept], [signer.key]).certain == size


@pytest.mark.parametrize("n", [1, 5, 12])
def test_the_entry_that_was_changed_is_named(lived: Engine, n: int) -> None:
    swap = """update entry set line = replace(line, '"authn":"asserted"', '"authn":"signed"') where n = """
    first = changed(lived, f"{swap} {n}").first
    assert first is not None
    assert (first.entry, first.where) == (n, f"entry {n}")
    assert "was changed" in first.what


@pytest.mark.parametrize(
    ("statement", "entry", "message"),
    [
        ("delete from entry where n = 7", 7, "missing: after entry 6 comes entry 8"),
        ("delete from entry where n = (select max(n) from entry)", -1, "counts"),
        ("update entry set line = replace(line, '\"v\":2', '\"v\": 2') where n = 4", 4, "not canonical JSON"),
        ("update entry set actor = 'PE-009' where n = 4", 4, "its column for 'actor'"),
        ('update entry set line = replace(line, \'"n":4,\', \'"n":4,"n":4,\') where n = 4', 4, "has 'n' twice"),
        ("update entry set line = replace(line, '\"n\":4,', '\"n\":4.0,') where n = 4", 4, "not a whole number"),
        ("update entry set line = '[]' where n = 4", 4, "not an object"),
        ("update entry set line = 7 where n = 4", 4, "not"),
        ("update head set size = size + 1", -1, "counts"),
        ("update head set frontier = zeroblob(32)", 0, "another frontier"),
        ("update head set log = 'x'", 0, "another name of the log"),
        ("update tile set hashes = zeroblob(64) || substr(hashes, 65)", 1, "was changed, or its hash was"),
        ("delete from tile", 1, "has no hash in the tree"),
        ("insert into tile select 1, 0, hashes from tile", 0, "belongs to no tree"),
        ("update personal set value = 'Another Example'", 3, "is not the one that was committed to"),
        ("update personal set n = 400", 0, "belongs to entry 400"),
        pytest.param("update personal set salt = 'x'", 3, "is not a text with its salt", marks=pytest.mark.sqlite),
        ("update operating_model set texts = replace(texts, 'a', 'b')", 0, "is not the one that its digest names"),
    ],
)
def test_what_was_changed_in_the_database_is_named(lived: Engine, statement: str, entry: int, message: str) -> None:
    report = changed(lived, statement)
    assert report.first is not None
    assert message in report.first.what
    about = lived.size() + (1 if "head" in statement else 0) if entry < 0 else entry
    assert report.first.entry == about


def test_one_character_of_the_log_in_a_bundle_is_named(lived: Engine, tmp_path: Path) -> None:
    bundle = bundle_of(lived, tmp_path / "b.zip")
    with zipfile.ZipFile(bundle) as zipped:
        lines = zipped.read("log.jsonl").split(b"\n")
    for n in (1, 9, len(lines) - 1):
        at = lines[n - 1].index(b'"at":"') + 9

        def change(content: bytes, n: int = n, at: int = at) -> bytes:
            found = content.split(b"\n")
            found[n - 1] = found[n - 1][:at] + b"9" + found[n - 1][at + 1 :]
            return b"\n".join(found)

        report = verify_bundle(repacked(bundle, "log.jsonl", change))
        assert report.first is not None
        assert (report.first.entry, "was changed" in report.first.what) == (n, True)
        assert any(one.where == "log.jsonl" and "SHA-256 is another" in one.what for one in report.wrong)


@pytest.mark.parametrize(
    ("name", "change", "where", "message"),
    [
        ("README.txt", lambda text: text + b" ", "README.txt", "longer"),
        ("README.txt", lambda text: text.replace(b"check", b"chuck"), "README.txt", "SHA-256"),
        ("leaves", lambda text: text[:-32] + bytes(32), "entry 20", "was changed, or its hash was"),
        ("leaves", lambda text: text[:-32], "entry 20", "has no hash"),
        ("log.jsonl", lambda text: text[:-40], "", "entries"),
        ("MANIFEST", lambda text: text.replace(b"\n20\n", b"\n21\n", 1), "MANIFEST", "21 entries"),
        ("personal.jsonl", lambda text: text.replace(b"Bob", b"Rob", 1), "entry 5", "committed"),
    ],
)
def test_what_was_changed_in_a_bundle_is_named(
    lived: Engine, tmp_path: Path, name: str, change: Callable[[bytes], bytes], where: str, message: str
) -> None:
    bundle = repacked(bundle_of(lived, tmp_path / "b.zip", personal=True), name, change)
    try:
        report = verify_bundle(bundle)
        found = [str(one) for one in report.wrong]
    except BundleWrong as error:
        found = [str(error)]
    assert any(where in one and message in one for one in found), found


def zipped(*members: tuple[str, bytes], flags: Callable[[zipfile.ZipInfo], None] | None = None) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            if flags:
                flags(info)
            target.writestr(info, content)
    return out


def link(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no ZIP file", "no whole ZIP file"),
        (zipped(("../../etc/x", b"")).getvalue(), "has no place in a bundle"),
        (zipped(("/etc/x", b"")).getvalue(), "has no place in a bundle"),
        (zipped(("models\\x.json", b"")).getvalue(), "has no place in a bundle"),
        (zipped(("leaves", b"")).getvalue().replace(b"leaves", b"le\0ves"), "has no place in a bundle"),
        (zipped(("leaves", b""), ("LEAVES", b"")).getvalue().replace(b"LEAVES", b"leaves"), "is there twice"),
        (zipped(("leaves", b"x"), flags=link).getvalue(), "is a link"),
        (zipped(("leaves", b"")).getvalue(), "MANIFEST: is missing"),
        (zipped(("MANIFEST", b"\xff")).getvalue(), "not UTF-8"),
        (zipped(("MANIFEST", b"x\n")).getvalue(), "does not begin with"),
    ],
)
def test_a_hostile_file_is_refused_precisely(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "hostile.zip"
    path.write_bytes(content)
    with pytest.raises(BundleWrong) as refused:
        verify_bundle(path)
    assert message in str(refused.value)


def test_a_truncated_bundle_is_refused_wherever_it_was_cut(lived: Engine, tmp_path: Path) -> None:
    bundle = bundle_of(lived, tmp_path / "b.zip")
    content = bundle.read_bytes()
    for length in range(0, len(content), len(content) // 40):
        bundle.write_bytes(content[:length])
        with pytest.raises(BundleWrong, match="no whole ZIP file"):
            verify_bundle(bundle)


def test_a_member_that_unpacks_to_more_than_it_says_is_read_no_further(lived: Engine, tmp_path: Path) -> None:
    bundle = bundle_of(lived, tmp_path / "b.zip")
    grown = repacked(bundle, "log.jsonl", lambda content: content + b"0" * (1 << 26))
    report = verify_bundle(grown)
    assert any("has a line of more than" in one.what for one in report.wrong)


def test_a_bundle_that_says_it_is_huge_is_not_read(lived: Engine, tmp_path: Path) -> None:
    bundle = bundle_of(lived, tmp_path / "b.zip")
    content = bytearray(bundle.read_bytes())
    with zipfile.ZipFile(bundle) as source:
        start = source.start_dir
    at = content.index(b"PK\x01\x02", start)
    content[at + 24 : at + 28] = (0xFFFFFFF0).to_bytes(4, "little")  # the first member's length
    second = content.index(b"PK\x01\x02", at + 4)
    content[second + 24 : second + 28] = (0xFFFFFFF0).to_bytes(4, "little")
    third = content.index(b"PK\x01\x02", second + 4)
    content[third + 24 : third + 28] = (0xFFFFFFF0).to_bytes(4, "little")
    bundle.write_bytes(bytes(content))
    with pytest.raises(BundleWrong, match="unpacks to"):
        verify_bundle(bundle)


def test_a_log_that_is_not_whole_is_exported_as_it_stands(lived: Engine, tmp_path: Path) -> None:
    lived.board.close()
    database = open_database(
        altered(lived.path, "update entry set line = replace(line, '\"v\":2', '\"v\":1') where n = 3")
    )
    with (tmp_path / "b.zip").open("wb") as out:
        export(database, out)
    database.dispose()
    first = verify_bundle(tmp_path / "b.zip").first
    assert first is not None
    assert first.entry == 3


def test_a_decision_that_does_not_follow_is_found_by_replay_alone(lived: Engine, tmp_path: Path) -> None:
    """A log rewritten consistently, tree and all: whoever holds no checkpoint finds it by deciding again."""
    from peoplezones.domain import merkle
    from peoplezones.domain.canonical import canonical_line

    bundle = bundle_of(lived, tmp_path / "b.zip")
    with zipfile.ZipFile(bundle) as source:
        lines = [json.loads(line) for line in source.read("log.jsonl").splitlines()]
        members = {name: source.read(name) for name in source.namelist()}
    lines[-2]["moved"], lines[-2]["refused_by"] = True, None
    del lines[-2]["refused_by"]
    texts = [canonical_line(one).encode() for one in lines]
    members["log.jsonl"] = b"".join(text + b"\n" for text in texts)
    members["leaves"] = b"".join(map(merkle.leaf, texts))
    frontier: merkle.Frontier = ()
    for place, text in enumerate(texts):
        frontier, _ = merkle.append(place, frontier, merkle.leaf(text))
    _relist(members, merkle.root(frontier))
    with zipfile.ZipFile(bundle, "w") as target:
        for name, content in members.items():
            target.writestr(name, content)
    report = verify_bundle(bundle)
    assert report.agrees, report.wrong
    found = replay_bundle(bundle)
    assert not found.agrees
    assert found.differences[0].row == str(len(lines) - 1)


def _relist(members: dict[str, bytes], root: bytes) -> None:
    """Write the manifest anew for members that were changed."""
    import base64
    import hashlib

    version, origin, size, *_ = members.pop("MANIFEST").decode().split("\n")
    listed = [f"{hashlib.sha256(members[name]).hexdigest()} {len(members[name])} {name}" for name in sorted(members)]
    text = "\n".join([version, origin, size, base64.b64encode(root).decode(), *listed, ""])
    members["MANIFEST"] = text.encode()
