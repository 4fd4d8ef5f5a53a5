"""Sealed columns of the core room: AES-GCM bound to table, column and row. It knows no table."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.instance import keys
from core.sealing.keyed import keyed_hash

NONCE_BYTES = 12
VERSION_BYTES = 1


class SealBroken(Exception):
    """The bytes were changed, moved to another place, or sealed with a key that is not here."""


def seal(value: str | bytes, *, table: str, column: str, row_key: str | int) -> bytes:
    """Version, nonce and ciphertext. The place goes in too: a value copied to another row is refused."""
    plain = value.encode() if isinstance(value, str) else value
    held = keys()
    nonce = os.urandom(NONCE_BYTES)
    place = _place(table, column, row_key)
    body = AESGCM(held.seals[held.seal_version]).encrypt(nonce, plain, place)
    return held.seal_version.to_bytes(VERSION_BYTES, "big") + nonce + body


def unseal(sealed: bytes, *, table: str, column: str, row_key: str | int) -> str:
    """The text that was sealed at this place; SealBroken when it was not."""
    return unseal_bytes(sealed, table=table, column=column, row_key=row_key).decode()


def unseal_bytes(sealed: bytes, *, table: str, column: str, row_key: str | int) -> bytes:
    """The same for bytes: files and drawings."""
    key = keys().seals.get(sealed[0]) if sealed else None
    if key is None:
        raise SealBroken("no key of that version")
    nonce = sealed[VERSION_BYTES : VERSION_BYTES + NONCE_BYTES]
    body = sealed[VERSION_BYTES + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, _place(table, column, row_key))
    except (InvalidTag, ValueError) as error:
        raise SealBroken("sealed elsewhere or changed") from error


def needs_resealing(sealed: bytes) -> bool:
    """Whether a newer key exists: rotation seals such values again, row by row, in any order."""
    return sealed[0] != keys().seal_version


def search_key(value: str, *, column: str) -> str:
    """What stands beside a sealed value to find it by: equal values of one column give equal keys."""
    return keyed_hash(keys().search, column.encode(), value.encode())


def _place(table: str, column: str, row_key: str | int) -> bytes:
    return "|".join((table, column, str(row_key))).encode()
