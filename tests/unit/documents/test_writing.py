"""Pages are written all or none, and what somebody wrote is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.documents import PagesNotWritten, stale_pages, write_pages

MARK = "<!-- made -->"
PAGES = {"index.md": "# Index\n", "one.md": "# One\n"}


def contents(folder: Path) -> dict[str, str]:
    """Return every file beneath a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_pages_are_written_marked_into_a_new_folder_and_again_into_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        write_pages(tmp_path / "docs", PAGES, MARK)
        assert contents(tmp_path) == {f"docs/{name}": f"{MARK}\n\n{text}" for name, text in PAGES.items()}
    assert stale_pages(tmp_path / "docs", PAGES, MARK) == []


def test_a_page_that_is_made_no_more_goes_and_foreign_files_stay(tmp_path: Path) -> None:
    write_pages(tmp_path, PAGES, MARK)
    (tmp_path / "notes.md").write_text("mine")
    write_pages(tmp_path, {"index.md": "# Index\n"}, MARK)
    assert contents(tmp_path) == {"index.md": f"{MARK}\n\n# Index\n", "notes.md": "mine"}


def test_a_foreign_file_is_left_as_it_is_unless_it_is_to_be_overwritten(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("mine")
    with pytest.raises(PagesNotWritten, match=r"one\.md"):
        write_pages(tmp_path, PAGES, MARK)
    assert contents(tmp_path) == {"one.md": "mine"}
    write_pages(tmp_path, PAGES, MARK, overwrite=True)
    assert stale_pages(tmp_path, PAGES, MARK) == []


def test_a_folder_in_the_place_of_a_page_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "one.md").mkdir()
    (tmp_path / "one.md" / "kept").write_text("kept")
    with pytest.raises(PagesNotWritten, match="a folder"):
        write_pages(tmp_path, PAGES, MARK, overwrite=True)
    assert contents(tmp_path) == {"one.md/kept": "kept"}


def test_where_writing_fails_halfway_everything_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(tmp_path, PAGES, MARK)
    before = contents(tmp_path)
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.name == "one.md" and self.parent.name == "new":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PagesNotWritten, match="No space left"):
        write_pages(tmp_path, {"index.md": "new", "one.md": "new", "two.md": "new"}, MARK)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["a file", "nowhere/docs"])
def test_what_is_no_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("mine")
    with pytest.raises(PagesNotWritten, match=r"name a folder|make it first"):
        write_pages(tmp_path / name, PAGES, MARK)


def test_changed_missing_and_left_over_pages_are_stale(tmp_path: Path) -> None:
    write_pages(tmp_path, {**PAGES, "old.md": ""}, MARK)
    (tmp_path / "one.md").unlink()
    (tmp_path / "mine.md").write_text("mine")
    assert stale_pages(tmp_path, {**PAGES, "index.md": "# Other\n"}, MARK) == ["index.md", "old.md", "one.md"]
