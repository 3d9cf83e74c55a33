"""The bundle that an auditor takes away: its members, its manifest, and reading it without trusting whoever wrote it.

The format is that of docs/log-format.md, "The bundle". Nothing is ever unpacked: members are read piece by piece,
within the bounds of the format, and only under the names that it knows.
"""

from __future__ import annotations

import hashlib
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import NoReturn

import msgspec

from peoplezones.domain.errors import PeopleZonesError

from .note import LONGEST, Checkpoint, Note, NoteWrong, PublicKey, public_key, read_checkpoint, read_note

VERSION = "peoplezones-bundle/v1"
MANIFEST, README, LOG, LEAVES, KEYS, PERSONAL = (
    *("MANIFEST", "README.txt", "log.jsonl", "leaves", "keys.txt", "personal.jsonl"),
)
_NAME = re.compile(
    r"MANIFEST|README\.txt|log\.jsonl|leaves|keys\.txt|personal\.jsonl"
    r"|models/(?P<model>[0-9a-f]{64})\.json|checkpoints/[1-9][0-9]{0,5}\.txt|attachments/(?P<attachment>[0-9a-f]{64})"
)
_LISTED = re.compile(r"(?P<digest>[0-9a-f]{64}) (?P<size>0|[1-9][0-9]{0,15}) (?P<name>[!-~]+)")
_ALWAYS = {README, LOG, LEAVES, KEYS}
_GIB, _MIB = 1 << 30, 1 << 20
LARGEST = 8 * _GIB
_LARGEST_OF = {MANIFEST: 16 * _MIB, README: _MIB, KEYS: _MIB, "models": 16 * _MIB, "checkpoints": LONGEST}
_MOST_MEMBERS = 100_000
_BLOCK = _MIB
_SQLITE = b"SQLite format 3\0"  # how a database begins


class BundleWrong(PeopleZonesError):
    """A bundle is not what it should be; carries the member that is not."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what


class _Bounded(io.FileIO):
    """A file that is read in pieces of 16 MiB at most: a longer table of contents is cut short, and so found wrong."""

    def read(self, size: int | None = -1) -> bytes:
        """Return so many bytes at most."""
        return super().read(-1 if size is None else min(size, _LARGEST_OF[MANIFEST])) or b""


class Listed(msgspec.Struct, frozen=True):
    """A member as the manifest lists it."""

    name: str
    size: int
    digest: str

    def __str__(self) -> str:
        return f"{self.digest} {self.size} {self.name}\n"


class Manifest(msgspec.Struct, frozen=True):
    """What a bundle says that it holds: the log's size and root, and every member but itself."""

    checkpoint: Checkpoint
    members: tuple[Listed, ...]

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{VERSION}\n{self.checkpoint.text}{''.join(map(str, self.members))}"


class Bundle:
    """An open bundle whose members are those of its manifest. Their content is checked as it is read."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zip = zipped
        infos = _members(zipped)
        text = _text(MANIFEST, self._whole(infos.pop(MANIFEST, None), MANIFEST))
        self.note: Note | None = None
        if "\n\n" in text:
            self.note = _read_note(text)
            text = self.note.text
        self.manifest = _manifest(text)
        self.listed = {one.name: one for one in self.manifest.members}
        _compare(infos, self.listed)
        if (names := self.names("checkpoints")) != [f"checkpoints/{n}.txt" for n in range(1, len(names) + 1)]:
            raise BundleWrong("checkpoints", "are not numbered from 1, without gaps")

    def names(self, folder: str) -> list[str]:
        """Return the names of the members in a folder, those with numbers in the order of these."""
        found = [name for name in self.listed if name.startswith(f"{folder}/")]
        return sorted(found, key=lambda name: (len(name), name))

    def read(self, name: str) -> bytes:
        """Return a small member, whole. Raises BundleWrong where it is not the one that is listed."""
        return b"".join(self.blocks(name))

    def text(self, name: str) -> str:
        """Return a small member of text. Raises BundleWrong."""
        return _text(name, self.read(name))

    def keys(self) -> list[PublicKey]:
        """Return the public keys in the bundle: its own word. Raises BundleWrong."""
        *lines, rest = self.text(KEYS).split("\n")
        try:
            keys = [public_key(line) for line in lines]
        except NoteWrong as error:
            raise BundleWrong(KEYS, str(error)) from None
        if rest or lines != list(map(str, keys)):
            raise BundleWrong(KEYS, "does not have one key a line, each line ended, and nothing besides")
        return keys

    def blocks(self, name: str) -> Iterator[bytes]:
        """Yield a member's content. Raises BundleWrong at its end where length or digest are not those listed."""
        listed = self.listed[name]
        sha, size = hashlib.sha256(), 0
        with _telling(name), self._zip.open(name) as file:
            while block := file.read(_BLOCK):
                size += len(block)
                sha.update(block)
                yield block  # also of one that is too long: so the line that made it so can be named
        if size == listed.size != self._zip.getinfo(name).file_size:
            raise BundleWrong(name, "is of another length than the ZIP file's table of contents says")
        if size != listed.size:
            than = f"{'longer' if size > listed.size else 'shorter'} than the {listed.size:,} bytes"
            raise BundleWrong(name, f"is {than} that the manifest gives it: it has {size:,}")
        if sha.hexdigest() != listed.digest:
            raise BundleWrong(name, "is not the file that the manifest lists: its SHA-256 is another")

    def lines(self, name: str, longest: int) -> Iterator[bytes]:
        """Yield the lines of a member, without their ends. Raises BundleWrong where one is longer than `longest`."""
        rest = b""
        for block in self.blocks(name):
            *whole, rest = (rest + block).split(b"\n")
            yield from whole
            if len(rest) > longest:
                raise BundleWrong(name, f"has a line of more than {longest:,} bytes")
        if rest:
            raise BundleWrong(name, "does not end in a newline: it was cut short")

    def _whole(self, info: zipfile.ZipInfo | None, name: str) -> bytes:
        if info is None:
            raise BundleWrong(name, "is missing: this is no bundle of a People Zones log")
        with _telling(name), self._zip.open(info) as file:
            content = file.read(_LARGEST_OF[name] + 1)
        if max(len(content), info.file_size) > _LARGEST_OF[name]:
            raise BundleWrong(name, f"is longer than {_LARGEST_OF[name]:,} bytes")
        return content


@contextmanager
def open_bundle(path: str | PathLike[str]) -> Iterator[Bundle]:
    """Open a bundle to be read. Raises BundleWrong, whose `where` is the file itself if it is no ZIP file."""
    try:
        # opened here, so that it is closed even where nobody reads a member to its end
        with _Bounded(path) as file, zipfile.ZipFile(file) as zipped:
            yield Bundle(zipped)
    except OSError as error:
        raise BundleWrong(str(path), f"cannot be read ({error.strerror or error})") from None
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        raise BundleWrong(str(path), _no_zip(path, error)) from None


def _no_zip(path: str | PathLike[str], error: Exception) -> str:
    with suppress(OSError), Path(path).open("rb") as file:
        if file.read(len(_SQLITE)) == _SQLITE:
            return "is a database, and no bundle: name a Board's database with --db"
    return f"is no whole ZIP file ({error}): it was cut short or altered"


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """Say of which member it is that cannot be read."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise BundleWrong(name, f"cannot be read from the ZIP file ({error}): it was altered or cut short") from None


def _members(zipped: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the members by name. Raises BundleWrong for any that do not belong in a bundle."""
    infos = zipped.infolist()
    if len(infos) > _MOST_MEMBERS:
        raise BundleWrong("the ZIP file", f"has {len(infos):,} members, and a bundle at most {_MOST_MEMBERS:,}")
    found: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in infos:
        where = f"the member {info.orig_filename[:100]!r}"
        if info.orig_filename != info.filename or not _NAME.fullmatch(info.filename):
            raise BundleWrong(where, "has no place in a bundle")
        if info.filename in found:
            raise BundleWrong(info.filename, "is there twice")
        if info.flag_bits & 0x1:
            raise BundleWrong(info.filename, "is encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BundleWrong(info.filename, "is packed in a way that bundles are not")
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            raise BundleWrong(info.filename, "is a link, or no file")
        found[info.filename] = info
        total += info.file_size
    if total > LARGEST:
        raise BundleWrong("the ZIP file", f"unpacks to {total:,} bytes, and a bundle to at most {LARGEST:,}")
    return found


def _manifest(text: str) -> Manifest:
    lines = text.split("\n")
    if len(lines) < 5 or lines.pop() or lines[0] != VERSION:
        raise BundleWrong(MANIFEST, f"does not begin with {VERSION}, or has not all of its lines")
    try:
        checkpoint = read_checkpoint(Note("".join(f"{line}\n" for line in lines[1:4]), ()))
    except NoteWrong as error:
        raise BundleWrong(MANIFEST, str(error)) from None
    members = []
    for line in lines[4:]:
        match = _LISTED.fullmatch(line)
        if match is None:
            refuse_line(line)
        members.append(Listed(match["name"], int(match["size"]), match["digest"]))
    names = [one.name for one in members]
    if names != sorted(set(names)):
        raise BundleWrong(MANIFEST, "lists its members twice, or not in the order of their names")
    return Manifest(checkpoint, tuple(members))


def refuse_line(line: str) -> NoReturn:
    """Raise BundleWrong for a line of the manifest that says nothing."""
    raise BundleWrong(MANIFEST, f"has a line that lists no member: {line[:80]!r}")


def _compare(infos: dict[str, zipfile.ZipInfo], listed: dict[str, Listed]) -> None:
    """Raise BundleWrong where the members are not those that are listed, or are too large."""
    for name in sorted(infos.keys() - listed.keys()):
        raise BundleWrong(name, "is not in the manifest")
    for name in sorted((listed.keys() | _ALWAYS) - infos.keys()):
        raise BundleWrong(name, "is missing")
    for name, one in listed.items():
        largest = _LARGEST_OF.get(name.partition("/")[0], LARGEST)
        if (size := max(one.size, infos[name].file_size)) > largest:
            raise BundleWrong(name, f"is of {size:,} bytes, where at most {largest:,} are taken")


def _read_note(text: str) -> Note:
    try:
        return read_note(text, _LARGEST_OF[MANIFEST])
    except NoteWrong as error:
        raise BundleWrong(MANIFEST, str(error)) from None


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise BundleWrong(name, "is not UTF-8") from None
