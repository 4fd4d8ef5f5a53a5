"""Calls pip of the virtual environment, quietly and by hashes only."""

from __future__ import annotations

import subprocess
from pathlib import Path

QUIET = ["-m", "pip", "-qq", "--no-input", "--disable-pip-version-check"]


def pip(python: Path, word: str, *arguments: str, cwd: Path | None = None) -> bool:
    """Whether pip did it; its own words stand in the terminal when it did not."""
    command = [str(python), *QUIET, word, "--require-hashes", *arguments]
    return subprocess.run(command, cwd=cwd).returncode == 0
