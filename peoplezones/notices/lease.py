"""Which process this is, and whether one that claimed a message has ended."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")


def this_process() -> str:
    """Return a name for this run: `where/process/when it started/token`; `where` is empty where that cannot be told."""
    return f"{_where()}/{os.getpid()}/{_started(os.getpid())}/{secrets.token_hex(8)}"


def is_gone(name: str) -> bool:
    """Whether a process of this machine that once went by that name has ended; false where we cannot know."""
    parts = name.split("/")
    if len(parts) != 4 or not parts[0] or parts[0] != _where() or not parts[1].isdecimal():
        return False
    return _started(int(parts[1])) != parts[2]


def _where() -> str:
    """Return what names the machine since it was started, and the room in it in which process numbers count."""
    try:
        boot = _BOOT.read_text().strip()
        room = Path("/proc/self/ns/pid").readlink().name.strip("pid:[]")
    except OSError:
        return ""
    return f"{socket.gethostname().replace('/', '-')}-{boot}-{room}"


def _started(process: int) -> str:
    """Return when a process started, by the kernel's count, or "" where there is none of that number, or a dead one."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()  # the name before may hold anything
    return "" if fields[0] in "ZX" else fields[19]
