"""A store of the S3 kind, for the core room: put, get and remove by signed requests. It seals nothing."""

import hashlib
import hmac
import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from core import clock

SECONDS: Final = 20
HASH_HEADER: Final = "x-amz-content-sha256"
DATE_HEADER: Final = "x-amz-date"


class NoAnswer(Exception):
    """The store is not there, answers otherwise than it should, or refuses us."""


@dataclass(frozen=True)
class Bucket:
    """Where it is, and with which key; the secret never leaves this machine."""

    url: str
    bucket: str
    region: str
    access_key: str
    secret_key: str

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or not self.bucket:
            raise ValueError("no such place")

    def __repr__(self) -> str:
        return f"Bucket({self.url}, {self.bucket})"


class S3Store:
    """One bucket, addressed by its path, as every server of the kind understands."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def put(self, name: str, content: bytes) -> None:
        """Stored whole when this returns."""
        self._ask("PUT", name, content, {200})

    def get(self, name: str) -> bytes:
        """The bytes; a length that was promised and not given is NoAnswer."""
        return self._ask("GET", name, b"", {200})

    def remove(self, name: str) -> None:
        """Also when it is not there."""
        self._ask("DELETE", name, b"", {200, 204, 404})

    def _ask(self, method: str, name: str, content: bytes, good: set[int]) -> bytes:
        parts = urlsplit(self._bucket.url)
        path = quote(f"{parts.path.rstrip('/')}/{self._bucket.bucket}/{name}")
        headers = {
            "host": parts.netloc,
            HASH_HEADER: hashlib.sha256(content).hexdigest(),
            # the machine's own time: a store refuses what is signed in a demo's time
            DATE_HEADER: clock.machine_now().strftime("%Y%m%dT%H%M%SZ"),
        }
        headers["authorization"] = authorization(self._bucket, method, path, headers)
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=SECONDS)
        try:
            connection.request(method, path, body=content or None, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(type(error).__name__) from error
        finally:
            connection.close()
        if answer.status not in good:
            raise NoAnswer(str(answer.status))
        return body


def authorization(bucket: Bucket, method: str, path: str, headers: Mapping[str, str]) -> str:
    """Signature version 4 over all these headers; `path` is quoted, headers are in lower case."""
    names = ";".join(sorted(headers))
    lines = "".join(f"{name}:{headers[name].strip()}\n" for name in sorted(headers))
    asked = "\n".join((method, path, "", lines, names, headers[HASH_HEADER]))
    at = headers[DATE_HEADER]
    scope = f"{at[:8]}/{bucket.region}/s3/aws4_request"
    told = "\n".join(("AWS4-HMAC-SHA256", at, scope, hashlib.sha256(asked.encode()).hexdigest()))
    key = f"AWS4{bucket.secret_key}".encode()
    for part in (at[:8], bucket.region, "s3", "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, told.encode(), "sha256").hex()
    credential = f"{bucket.access_key}/{scope}"
    return f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}"
