"""What people get when they install People Zones: the code, and the folders that a Board may replace."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

pytestmark = pytest.mark.sqlite  # about no database at all

PROJECT = Path(__file__).parents[2]
SHIPPED = ("workflows", "features", "templates")


def kept_files(folder: str) -> set[str]:
    """Return the files under `folder` of this project, as paths from its top."""
    files = (path for path in (PROJECT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(PROJECT).as_posix() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and a source distribution, made from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel."""
    return next(built.glob("*.whl"))


def test_the_wheel_has_every_workflow_feature_and_template(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in SHIPPED:
        assert {f"peoplezones/shipped/{path}" for path in kept_files(folder)} <= inside
    assert {f"peoplezones/shipped/workflows/{name}/model.yaml" for name in ("first-2018", "revised")} <= inside
    assert "peoplezones/shipped/features/first-2018/journeys/board.yaml" in inside
    assert {f"peoplezones/shipped/templates/{name}.md" for name in ("model", "workflow", "cli")} <= inside
    assert "peoplezones/store/migrations/script.py.mako" in inside


def test_the_wheel_has_nothing_but_the_package(wheel: Path) -> None:
    tops = {PurePosixPath(name).parts[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.partition("-")[0] for top in tops} == {"peoplezones"}


def test_what_is_installed_finds_its_own_folders_and_not_those_of_a_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from peoplezones.operating_model.shipped import shipped\n"
        "print(shipped('workflows'))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    found = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.strip()
    assert Path(found) == tmp_path / "peoplezones" / "shipped" / "workflows"


def test_the_source_distribution_makes_the_same_wheel(built: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    source = next(tmp_path.iterdir())
    assert (source / "LICENSE").is_file()
    assert (source / "constraints.txt").is_file()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    assert next(tmp_path.glob("*.whl")).read_bytes() == wheel.read_bytes()
