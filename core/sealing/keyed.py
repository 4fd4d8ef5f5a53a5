"""Keyed hashes of the core room: HMAC-SHA256 over parts that cannot run into each other. Holds no key."""

import hashlib
import hmac


def keyed_hash(key: bytes, *parts: bytes) -> str:
    """HMAC-SHA256 in hex; each part goes in behind its length, so that ab|c and a|bc differ."""
    mac = hmac.new(key, digestmod=hashlib.sha256)
    for part in parts:
        mac.update(len(part).to_bytes(8, "big"))
        mac.update(part)
    return mac.hexdigest()
