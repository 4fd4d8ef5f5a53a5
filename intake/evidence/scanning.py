"""The virus scanner of intake's evidence, where one is configured: without its word nothing comes in."""

import socket
from typing import Final

from flask import current_app

from intake.evidence.content.kinds import Refused, Why

SECONDS: Final = 30
PIECE_BYTES: Final = 64 * 1024
LONGEST_ANSWER_BYTES: Final = 4096


class ScannerDown(Exception):
    """ClamAV does not answer, or answers something else than yes or no."""


def scan(content: bytes) -> None:
    """Refused when ClamAV finds something, ScannerDown when it does not say; without one, nothing."""
    address = current_app.config.get("CLAMAV")
    if not address:
        return
    try:
        answer = _asked(address, content)
    except (OSError, ValueError) as error:
        raise ScannerDown from error
    if answer.endswith("FOUND"):
        raise Refused(Why.INFECTED)
    if not answer.endswith("OK"):
        raise ScannerDown


def _asked(address: str, content: bytes) -> str:
    """INSTREAM: pieces behind their length, and an empty one at the end."""
    with _connected(address) as line:
        line.settimeout(SECONDS)
        line.sendall(b"zINSTREAM\0")
        for at in range(0, len(content), PIECE_BYTES):
            piece = content[at : at + PIECE_BYTES]
            line.sendall(len(piece).to_bytes(4, "big") + piece)
        line.sendall(bytes(4))
        answer = b""
        while len(answer) < LONGEST_ANSWER_BYTES and (more := line.recv(1024)):
            answer += more
    return answer.rstrip(b"\0\n").decode("ascii", "replace")


def _connected(address: str) -> socket.socket:
    """`/path/of/its.socket`, or `host:port`."""
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(SECONDS)
        line.connect(address)
        return line
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)
