"""Where sealed files lie, for the core room: the instance folder, or a store of the S3 kind. It seals nothing."""

import json
import os
import tempfile
from pathlib import Path
from typing import Final, Protocol

from flask import Flask, current_app
from flask_babel import lazy_gettext as _l

from core import instance
from core.sealing.keys import PRIVATE_FOLDER
from core.sealing.s3 import Bucket, NoAnswer, S3Store

FOLDER: Final = "folder"
S3: Final = "s3"
# Beside keys.json, because it holds a secret too.
FILE_NAME: Final = "store.json"
STORE: Final = "store"


class StoreDown(Exception):
    """The store does not take or give the file now: no room, no answer, or it is not there."""

    def __init__(self) -> None:
        super().__init__(
            _l("The store of files does not answer. Nothing was lost. Try again later.")
        )

    def __str__(self) -> str:
        return str(self.args[0])


class Store(Protocol):
    """Sealed bytes under a name that is never used twice. StoreDown when it cannot."""

    def put(self, name: str, sealed: bytes) -> None:
        """Keep them: all of them, or nothing."""

    def get(self, name: str) -> bytes:
        """The same bytes."""

    def remove(self, name: str) -> None:
        """Without a trace; what is not there already is well."""


class FolderStore:
    """Files in the instance folder, which only the programme's own user can open."""

    def put(self, name: str, sealed: bytes) -> None:
        """The name appears after the bytes are on disk, also when the power goes."""
        try:
            _write(files_folder() / name, sealed)
        except OSError as error:
            raise StoreDown from error

    def get(self, name: str) -> bytes:
        """Read whole."""
        try:
            return (files_folder() / name).read_bytes()
        except OSError as error:
            raise StoreDown from error

    def remove(self, name: str) -> None:
        """The bytes go with the name."""
        try:
            (files_folder() / name).unlink(missing_ok=True)
        except OSError as error:
            raise StoreDown from error


class OverTheNetwork:
    """The same in a bucket elsewhere: what goes there is sealed already."""

    def __init__(self, store: S3Store) -> None:
        self._store = store

    def put(self, name: str, sealed: bytes) -> None:
        """One signed request; the store answers when it has all."""
        try:
            self._store.put(name, sealed)
        except NoAnswer as error:
            raise StoreDown from error

    def get(self, name: str) -> bytes:
        """Read whole."""
        try:
            return self._store.get(name)
        except NoAnswer as error:
            raise StoreDown from error

    def remove(self, name: str) -> None:
        """The store says whether it did."""
        try:
            self._store.remove(name)
        except NoAnswer as error:
            raise StoreDown from error


def init_stores(app: Flask, folder: Path) -> None:
    """Read where new files go; InstanceBroken when that is written wrong."""
    app.extensions[STORE] = bucket_in(folder)


def bucket_in(folder: Path) -> Bucket | None:
    """The bucket that `store.json` in the instance folder names; None without that file."""
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        return Bucket(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, TypeError, ValueError) as error:
        raise instance.InstanceBroken(
            f"{FILE_NAME} in {folder} is not understood: "
            "it names url, bucket, region, access_key and secret_key."
        ) from error


def current() -> str:
    """The word for the store that takes new files."""
    return S3 if current_app.extensions[STORE] else FOLDER


def named(word: str) -> Store:
    """The store that a file was put in; StoreDown when this instance knows no such one any more."""
    if word == FOLDER:
        return FolderStore()
    bucket: Bucket | None = current_app.extensions[STORE]
    if bucket is None:
        raise StoreDown
    return OverTheNetwork(S3Store(bucket))


def files_folder() -> Path:
    """The folder of sealed files, outside what the server shows."""
    folder = instance.folder() / "files"
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return folder


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing, also when the power goes: the name appears after the bytes are on disk."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
