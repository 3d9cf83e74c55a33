"""The files that a table names, in a folder that whoever imports it has named."""

from __future__ import annotations

from pathlib import Path

from peoplezones.domain.errors import UsageError
from peoplezones.domain.files import File
from peoplezones.service.files import file_at


def file_in(folder: Path | None, named: str, largest: int | None = None) -> File:
    """Return the file that a cell names, within a folder. Raises UsageError: nothing outside the folder is read."""
    name = named.strip()
    if folder is None:
        raise UsageError("this names a file; say in which folder it is (--files FOLDER)")
    try:
        place = Path(folder, name).resolve()
        inside = place.is_relative_to(folder.resolve()) and not Path(name).is_absolute()
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(f"'{name[:80]}' cannot be the name of a file ({error})") from None
    if not inside:
        raise UsageError(f"'{name[:80]}' is not in the folder that was named, and no other files are read")
    return file_at(place, largest)
