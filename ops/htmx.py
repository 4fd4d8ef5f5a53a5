"""Fetches htmx, the one script that is not ours, by its hash into the git-ignored static/vendor/."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from pathlib import Path

from ops.pip import pip
from ops.sentences import Refusal

# The package registry carries htmx inside this wheel: no Node, and nothing of the package is run.
WHEEL = (
    "django-htmx==1.29.0 "
    "--hash=sha256:0ec5be1645ed71e6787bd75e0250624f00274ac3bb1730f07b6629a95688929b"
)
INSIDE = "django_htmx/static/django_htmx/htmx-2.min.js"
SHA256 = "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"


def fetch(python: Path, folder: Path) -> None:
    """Put htmx.min.js in the folder, whole or not at all; nothing happens when it is there."""
    target = folder / "htmx.min.js"
    if target.exists() and _is_genuine(target.read_bytes()):
        return
    print("Fetching htmx ...", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        script = _from_wheel(python, Path(work))
    if not _is_genuine(script):
        raise Refusal("The fetched htmx is not the one expected, so it was not used.")
    part = target.with_name(f"{target.name}.{os.getpid()}")
    part.write_bytes(script)
    os.replace(part, target)


def _is_genuine(script: bytes) -> bool:
    return hashlib.sha256(script).hexdigest() == SHA256


def _from_wheel(python: Path, work: Path) -> bytes:
    wanted = work / "wanted.txt"
    wanted.write_text(WHEEL + "\n")
    if not pip(python, "download", "--no-deps", "-d", str(work), "-r", str(wanted)):
        raise Refusal(
            "htmx could not be fetched: "
            "check the connection to the package registry, then try again."
        )
    with zipfile.ZipFile(next(work.glob("*.whl"))) as wheel:
        return wheel.read(INSIDE)
