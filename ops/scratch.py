"""Where files may stand that need not outlive a power cut: in memory, where there is room."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108  names that nobody can guess are made in it
ROOM_BYTES: Final = 4 * 1024**3


def scratch() -> Path | None:
    """The folder in memory, or None: then the ordinary temporary folder does, more slowly."""
    if not os.access(IN_MEMORY, os.W_OK):
        return None
    return IN_MEMORY if shutil.disk_usage(IN_MEMORY).free >= ROOM_BYTES else None
