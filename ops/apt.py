"""Debian packages: installed where this may be done, named where it may not."""

from __future__ import annotations

import os
import shutil
import subprocess

from ops.sentences import Refusal


def is_root() -> bool:
    """Whether packages may be installed without asking anybody."""
    return os.geteuid() == 0


def apt_install(package: str) -> None:
    """Install one Debian package as root; Refusal when that fails."""
    by_hand = f"install the Debian package {package} by hand."
    if shutil.which("apt-get") is None:
        raise Refusal(f"There is no apt-get here: {by_hand}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode:
            print(done.stdout)
            raise Refusal(f"`{' '.join(command)}` failed, as shown above: {by_hand}")
