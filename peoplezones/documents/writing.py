"""Putting pages into a folder, all or none, and never in the place of a page that somebody wrote.

A page that was made has a mark on its first line. Pages so marked are ours to replace, and to remove once they are made
no more; any other file is foreign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .errors import PagesNotWritten

_ENDING = ".md"


def write_pages(folder: Path, pages: Mapping[str, str], mark: str, *, overwrite: bool = False) -> None:
    """Write pages (file name -> text) into a folder, made if need be, and remove marked ones that are no more.

    Raises PagesNotWritten where a foreign file is in the way (unless `overwrite`) or writing fails.
    """
    try:
        _refuse_foreign(folder, pages, mark, overwrite)
        beside = folder if folder.is_dir() else folder.absolute().parent  # on the same disk, to be moved at once
        with TemporaryDirectory(prefix=f".{folder.name}.", dir=beside) as place:
            new, old = Path(place, "new"), Path(place, "old")
            new.mkdir()
            old.mkdir()
            for name, text in pages.items():
                (new / name).write_text(_marked(text, mark), encoding="utf-8", newline="\n")
            if folder.exists():
                _exchange(folder, new, old, [*pages, *_left_over(folder, pages, mark)])
            else:
                new.rename(folder)
    except OSError as error:
        raise PagesNotWritten(f"'{folder}' could not be written ({error.strerror}) and is as it was") from error


def write_page(file: Path, text: str, mark: str, *, overwrite: bool = False) -> None:
    """Write one page into a file, whole or not at all.

    Raises PagesNotWritten where a foreign file is in the way (unless `overwrite`) or writing fails.
    """
    check_place(file, mark, overwrite=overwrite)
    try:
        with TemporaryDirectory(prefix=f".{file.name}.", dir=file.absolute().parent) as place:
            new = Path(place, "new")
            new.write_text(_marked(text, mark), encoding="utf-8", newline="\n")
            new.replace(file)
    except OSError as error:
        raise PagesNotWritten(f"'{file}' could not be written ({error.strerror})") from error


def check_place(file: Path, mark: str, *, overwrite: bool = False) -> None:
    """Raise PagesNotWritten where a page cannot be put: before anything that takes long is done for it."""
    if not file.absolute().parent.is_dir():
        raise PagesNotWritten(f"the folder '{file.parent}' does not exist; make it first")
    if file.exists() and not overwrite and not _is_ours(file, mark):
        raise PagesNotWritten(f"'{file}' was not made by this and is left as it is; choose another, or say --overwrite")


def stale_pages(folder: Path, pages: Mapping[str, str], mark: str) -> list[str]:
    """Return the names of pages in a folder that are not what they would be if they were written now."""
    found = [name for name, text in pages.items() if _read(folder / name) != _marked(text, mark)]
    return sorted([*found, *_left_over(folder, pages, mark)])


def _marked(text: str, mark: str) -> str:
    return f"{mark}\n\n{text}"


def _refuse_foreign(folder: Path, pages: Mapping[str, str], mark: str, overwrite: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise PagesNotWritten(f"'{folder}' is a file; name a folder")
    if not folder.absolute().parent.is_dir():
        raise PagesNotWritten(f"the folder '{folder.parent}' does not exist; make it first")
    foreign = [name for name in pages if (folder / name).exists() and not _is_ours(folder / name, mark)]
    if any((folder / name).is_dir() for name in foreign):
        raise PagesNotWritten(f"a folder in '{folder}' has the name of a page ({', '.join(foreign)})")
    if foreign and not overwrite:
        raise PagesNotWritten(
            f"'{folder}' has files that were not made by this ({', '.join(foreign)}) and are left as they are; "
            "choose another folder, or say --overwrite"
        )


def _left_over(folder: Path, pages: Mapping[str, str], mark: str) -> list[str]:
    found = folder.glob(f"*{_ENDING}") if folder.is_dir() else ()
    return sorted(path.name for path in found if path.name not in pages and _is_ours(path, mark))


def _is_ours(path: Path, mark: str) -> bool:
    return _read(path).startswith(f"{mark}\n")


def _read(path: Path) -> str:
    """Return a file's text; nothing where it is no readable text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _exchange(folder: Path, new: Path, old: Path, names: Iterable[str]) -> None:
    """Put what is in `new` into the folder and what was there into `old`, or else everything back."""
    cleared = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(old / name)
            cleared.append(name)
            if (new / name).exists():
                (new / name).replace(folder / name)
    except BaseException:
        for name in cleared:
            (folder / name).unlink(missing_ok=True)
            if (old / name).exists():
                (old / name).replace(folder / name)
        raise
