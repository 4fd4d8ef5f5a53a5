"""The browser of the tests: Debian's Chromium, the same for everybody."""

from __future__ import annotations

from pathlib import Path

from ops.apt import apt_install, is_root
from ops.sentences import Refusal

CHROMIUM = Path("/usr/bin/chromium")


def require() -> None:
    """Make sure that Chromium is there; Refusal says what to install where it may not be."""
    if CHROMIUM.exists():
        return
    if not is_root():
        raise Refusal(
            "The browser tests need Chromium: "
            "run `sudo apt-get install --no-install-recommends chromium` first."
        )
    print("Installing chromium ...", flush=True)
    apt_install("chromium")
