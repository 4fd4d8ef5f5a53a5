"""Stored files: sealed on disk, checked when read, swept when their transaction failed."""

import os
import time

import pytest
from flask import Flask

from core import instance
from core.db import transaction
from core.sealing import files
from core.sealing.sealed import SealBroken

CONTENT = b"%PDF Zo\xc3\xab " * 100


def test_a_file_comes_back_and_lies_sealed(inside: Flask) -> None:
    with transaction():
        stored = files.store(CONTENT, content_type="application/pdf")
    on_disk = (instance.folder() / "files" / stored.name).read_bytes()
    assert files.read(stored) == CONTENT
    assert b"PDF" not in on_disk
    assert stored.size_bytes == len(CONTENT)


def test_a_changed_file_is_refused(inside: Flask) -> None:
    with transaction():
        stored = files.store(CONTENT, content_type="application/pdf")
        other = files.store(CONTENT, content_type="application/pdf")
    folder = instance.folder() / "files"
    (folder / stored.name).write_bytes((folder / other.name).read_bytes())
    with pytest.raises(SealBroken):
        files.read(stored)


def test_only_old_files_without_a_row_are_swept(inside: Flask) -> None:
    with transaction():
        kept = files.store(CONTENT, content_type="text/plain")

    def fail() -> None:
        with transaction():
            files.store(CONTENT, content_type="text/plain")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    folder = instance.folder() / "files"
    files.sweep()
    assert len(list(folder.iterdir())) >= 2
    two_days_ago = time.time() - 2 * 24 * 3600
    for path in folder.iterdir():
        os.utime(path, (two_days_ago, two_days_ago))
    assert files.sweep() >= 1
    assert files.read(kept) == CONTENT
