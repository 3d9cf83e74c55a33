"""The table of figures on the page keeps what was not run again."""

from __future__ import annotations

from pathlib import Path

from .figures import BEGIN, END, Result, keep, machine


def test_figures_are_put_in_their_place(tmp_path: Path) -> None:
    page = tmp_path / "faults.md"
    page.write_text(f"before\n{BEGIN}\n{END}\nafter\n", "utf-8")
    keep({"one": Result({"kills": 1_000}), "two": Result({"images": 2}, ["wrong"])}, {"kernel": "Linux 6.1"}, 7, page)
    keep({"two": Result({"images": 3})}, {"kernel": "Linux 6.2"}, 8, page)
    assert page.read_text("utf-8") == (
        f"before\n{BEGIN}\n"
        "| part | figures | wrong | run |\n| --- | --- | --- | --- |\n"
        "| one | kills: 1,000 | 0 | seed 7; kernel Linux 6.1 |\n"
        "| two | images: 3 | 0 | seed 8; kernel Linux 6.2 |\n"
        f"{END}\nafter\n"
    )


def test_no_machine_is_named(tmp_path: Path) -> None:
    about = machine(tmp_path)
    assert "cores" in about["machine"]
    assert str(tmp_path) not in " ".join(about.values())
