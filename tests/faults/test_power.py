"""However a power cut leaves the disk, what was acknowledged is there, and the rest whole or not at all."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from .disk import Disk, calls
from .power import Cuts

pytestmark = pytest.mark.sqlite


def test_every_image_is_whole(tmp_path: Path, seed: int) -> None:
    result = Cuts(tmp_path, 50, seed).run(100)
    assert result.wrong == []
    assert result.figures["images"] == 100
    assert result.figures["submitted again"]
    assert result.figures["before the founding was acknowledged"]


@pytest.mark.parametrize(("synchronous", "found"), [("NORMAL", "lost"), ("OFF", "damaged")])
def test_a_store_that_does_not_wait_for_the_disk_is_found_out(
    tmp_path: Path, seed: int, synchronous: str, found: str
) -> None:
    result = Cuts(tmp_path, 50, seed, synchronous).run(40)
    assert any(found in line for line in result.wrong)


TRACE = """\
7 openat(AT_FDCWD, "/d/a", O_RDWR|O_CREAT, 0644) = 3</d/a>
7 pwrite64(3</d/a>, "one", 3, 0) = 3
7 fdatasync(3</d/a>) = 0
7 openat(AT_FDCWD, "/d", O_RDONLY) = 4</d>
7 fsync(4</d>) = 0
7 pwrite64(3</d/a>, "two!", 4, 510) = 4
7 ftruncate(3</d/a>, 512) = 0
7 pwrite64(3</d/a>, "no", 2, 0) = -1 EIO (Input/output error)
"""


def test_what_a_disk_promises_and_what_not() -> None:
    disk = Disk(Path("/d"))
    for line in TRACE.splitlines():
        before, quote, rest = line.partition('"')
        text, _, after = rest.partition('"')
        coded = "".join(f"\\x{byte:02x}" for byte in text.encode())
        for call in calls([f'{before}"{coded}"{after}' if quote else line]):
            disk.apply(call)
    images = {disk.after_a_cut(Random(number))["a"] for number in range(200)}
    sure, written = b"one", b"one" + bytes(507)
    assert sure in images
    assert images == {
        sure,
        written + b"tw" + b"",
        written + b"two!",
        written + bytes(2) + b"o!",
        written + bytes(2),
    }
