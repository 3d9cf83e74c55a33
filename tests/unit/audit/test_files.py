"""Files that others rely on: whole or not at all; and keys, which are never lost to a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.audit.files import LONGEST, NotKept, read_text, write_text
from peoplezones.audit.keys import make_key
from peoplezones.audit.secret import read_secret
from peoplezones.audit.trust import public_keys
from peoplezones.domain.errors import StoreError, UsageError
from peoplezones.domain.record import Decision

from .trees import LOG, WITNESS


def test_a_file_takes_the_place_of_another_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "checkpoint.txt"
    for text in ("first \u2014\n", "second\n"):
        write_text(file, text)
        assert read_text(file) == text
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("place", ["missing/checkpoint.txt", "folder"])
def test_what_cannot_be_written_is_told_and_leaves_no_part(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotKept, match="could not be written"):
        write_text(tmp_path / place, "text")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_what_is_too_long_or_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x"
    with pytest.raises(UsageError, match="cannot be read"):
        read_text(file)
    file.write_bytes(b"\xff")
    with pytest.raises(UsageError, match="no text in UTF-8"):
        read_text(file)
    file.write_bytes(b"a" * (LONGEST + 1))
    with pytest.raises(UsageError, match="is longer than"):
        read_text(file)


def fails_with(error: Exception) -> Decision:
    raise error


def test_a_key_that_may_be_in_force_is_not_lost_to_a_fault_of_the_database(tmp_path: Path) -> None:
    file = tmp_path / "log.key"
    with pytest.raises(StoreError):
        make_key(file, "0" * 32, lambda _: fails_with(StoreError("the connection was cut")))
    assert read_secret(file).name == f"peoplezones/{'0' * 32}"


def test_a_key_that_was_never_entered_is_not_left_lying_about(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        make_key(tmp_path / "log.key", "0" * 32, lambda _: fails_with(UsageError("nobody of that name")))
    assert list(tmp_path.iterdir()) == []


def test_a_secret_is_not_shown_by_accident() -> None:
    assert repr(LOG) == f"Secret({LOG.name!r})"


def test_public_keys_are_given_by_themselves_or_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(f"# whom we trust\n{LOG.public}\n\n{WITNESS.public}\n")
    assert public_keys([str(LOG.public)]) == [LOG.public]
    assert public_keys([str(file)]) == [LOG.public, WITNESS.public]
    for wrong in ("nothing\n", "# nobody\n"):
        file.write_text(wrong)
        with pytest.raises(UsageError):
            public_keys([str(file)])
    with pytest.raises(UsageError, match="does not have the id"):
        public_keys([str(LOG.public).replace(LOG.public.id.hex(), "00000000")])
