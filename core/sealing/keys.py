"""The keys of an instance: made once, read from its folder. Core's; what they lock is not decided here."""

import json
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from core.sealing.keyed import keyed_hash

KEY_BYTES = 32
FILE_NAME = "keys.json"
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, repr=False)
class Keys:
    """Four secrets for four uses; `seals` holds every version that a sealed value may still name."""

    session: bytes
    search: bytes
    audit: bytes
    seals: dict[int, bytes]

    @property
    def seal_version(self) -> int:
        """The version that seals from now on."""
        return max(self.seals)

    @property
    def fingerprint(self) -> str:
        """Recognises these keys without telling them: written in the database at first start."""
        return keyed_hash(self.audit, b"fingerprint", self.search)


def keys_in(folder: Path) -> Keys:
    """The keys of this instance folder, made at its first use. OSError or ValueError when it fails."""
    path = folder / FILE_NAME
    if not path.exists():
        _create(path)
    return _read(path)


def _read(path: Path) -> Keys:
    stored = json.loads(path.read_text(encoding="ascii"))
    try:
        keys = Keys(
            session=bytes.fromhex(stored["session"]),
            search=bytes.fromhex(stored["search"]),
            audit=bytes.fromhex(stored["audit"]),
            seals={int(name): bytes.fromhex(key) for name, key in stored["seals"].items()},
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise ValueError("a key is missing") from error
    every = (keys.session, keys.search, keys.audit, *keys.seals.values())
    if not keys.seals or any(len(key) != KEY_BYTES for key in every):
        raise ValueError("a key has the wrong length")
    return keys


def _create(path: Path) -> None:
    """Write new keys whole or not at all; of two processes that start at once, one wins."""
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    new = {name: secrets.token_hex(KEY_BYTES) for name in ("session", "search", "audit")}
    text = json.dumps({**new, "seals": {"1": secrets.token_hex(KEY_BYTES)}}, indent=2)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".keys-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, PRIVATE_FILE)
        try:
            os.link(temporary, path)
        except FileExistsError:
            return  # the other process was first: its keys count
    finally:
        os.unlink(temporary)
