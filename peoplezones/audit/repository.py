"""Keeping checkpoints in a git repository, whose history others can fetch and whoever runs the Board cannot unmake."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from .files import NotKept


def check_repository(folder: Path) -> None:
    """Raise NotKept where git is not installed or the folder is in no repository."""
    if shutil.which("git") is None:
        raise NotKept("git is not installed; install it, or keep checkpoints elsewhere")
    if not folder.is_dir():
        raise NotKept(f"the folder '{folder}' does not exist; clone or make the repository first")
    _git(folder, "rev-parse --is-inside-work-tree")


def commit(file: Path, message: str, *, push: bool = False) -> bool:
    """Commit one file of a repository, and nothing else that is changed there; return whether there was need to.

    Raises NotKept with what git says; the file stays, and the next time commits it.
    """
    folder = file.parent
    _git(folder, "add --", file.name)
    changed = bool(_git(folder, "status --porcelain --", file.name).strip())
    if changed:
        _git(folder, "commit --quiet --only -m", message, "--", file.name)
    if push:
        _git(folder, "push --quiet")
    return changed


def _git(folder: Path, command: str, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *command.split(), *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},  # on a schedule nobody is there to be asked for a password
    )
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or f"it ended with {done.returncode}").splitlines()
        raise NotKept(f"git {command.split()[0]} in '{folder}' failed: {' '.join(said)[:500]}")
    return done.stdout
