"""Results of the last run of all features, kept in the cache folder by what they came from.

They hold for one model, one set of features and journeys, and one state of this program; of anything else nothing is
found, and the features are tried again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from peoplezones.operating_model.cache import cache_folder, keep

from .folders import Folders
from .trials import Results

ENDING = ".results"
MOST = 8  # runs that are kept, the newest
_decoder = msgspec.msgpack.Decoder(Results)


def digest_of(folders: Folders) -> str:
    """Return the SHA-256, in hex, of all that the results depend on."""
    found = hashlib.sha256(_program().encode())
    for file in (*_files(folders.model, "*.yaml"), *_files(folders.features, "**/*.feature", "**/*.yaml")):
        found.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def kept_results(folders: Folders) -> Results | None:
    """Return what the last run found, unless anything has changed since."""
    with suppress(OSError, msgspec.MsgspecError):
        return _decoder.decode(_file(folders).read_bytes())
    return None


def keep_results(folders: Folders, results: Results) -> None:
    """Keep the results of a run of all features; where nothing can be kept, the next run tries them again."""
    with suppress(OSError):
        file = _file(folders)
        keep(file, msgspec.msgpack.encode(results))
        others = sorted(file.parent.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime)
        for old in others[:-MOST]:
            old.unlink(missing_ok=True)


def _file(folders: Folders) -> Path:
    return cache_folder() / f"{digest_of(folders)}{ENDING}"


def _files(folder: Path, *patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted(folder.glob(pattern))


@cache
def _program() -> str:
    """Return a digest of this program's modules."""
    package = Path(__file__).parents[1]
    found = hashlib.sha256()
    for file in _files(package, "**/*.py"):
        found.update(file.read_bytes())
    return found.hexdigest()
