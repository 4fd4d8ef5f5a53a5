"""Locks the requirements: every version with its hashes, and nothing of the machine that locked them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--python-version", "3.11"]
PLAIN = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]


def main() -> None:
    """Write requirements*.txt anew; `make lock UPGRADE=1` takes the newest releases."""
    for name in ("requirements", "requirements-dev"):
        command = [*UV, *PLAIN, "--generate-hashes", *sys.argv[1:]]
        done = subprocess.run([*command, f"{name}.in", "-o", f"{name}.txt"], cwd=ROOT)
        if done.returncode:
            sys.exit(f"Error: {name}.in could not be locked; the lines above say why.")
        print(f"{name}.txt is locked.")


if __name__ == "__main__":
    main()
