"""Parsed models kept by digest in the user's cache folder, so that a read command parses no YAML.

A model is text in the Board's database; what is kept here can always be made again from it. The file's name holds the
digest and the format of the structs, so that neither an old model nor an old program's is ever read. It is decoded by
declared types (msgspec), never executed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from peoplezones.domain.workflow import Model


_MOST_AT_HAND = 8
_held: dict[str, Model] = {}  # by digest; never written to the folder
_at_hand: dict[str, Model] = {}  # by digest: a process decodes a model once, however many Boards it opens


def cache_place() -> str:
    """Return the path of the user's cache folder: PEOPLEZONES_CACHE, or beneath XDG_CACHE_HOME or ~/.cache."""
    named = os.environ.get("PEOPLEZONES_CACHE")
    if named:
        return named
    # pathlib would cost `--help` a tenth of its time
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return f"{base}{os.sep}peoplezones"


def cache_folder() -> Path:
    """Return the user's cache folder for this program."""
    from pathlib import Path  # imported late: `--help` reads the cache without it

    return Path(cache_place())


def model_from_texts(digest: str, texts: Callable[[], Mapping[str, str]]) -> Model:
    """Return the model with this digest, from the cache or else parsed from its `texts`, which are then kept."""
    model = _held.get(digest) or _at_hand.get(digest)
    if model is None:
        if len(_at_hand) >= _MOST_AT_HAND:
            _at_hand.clear()
        model = _at_hand[digest] = _kept_or_parsed(digest, texts)
    return model


def hold(model: Model) -> None:
    """Keep a model for as long as this process lasts, be it one that would not load: so that it can be tried."""
    _held[model.digest] = model


def held(digest: str) -> Model | None:
    """Return the model with this digest that is held, if one is."""
    return _held.get(digest)


def _kept_or_parsed(digest: str, texts: Callable[[], Mapping[str, str]]) -> Model:
    from peoplezones.operating_model.compiled import FORMAT, decode, encode

    path = cache_folder() / f"{digest}.{FORMAT}.model"
    with suppress(OSError, ValueError):
        model = decode(path.read_bytes())
        if model.digest == digest:
            return model
    from peoplezones.operating_model.load import load_texts

    model = load_texts(texts(), folder="the adopted model")
    with suppress(OSError):
        keep(path, encode(model))
    return model


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(path)
