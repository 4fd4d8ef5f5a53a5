"""Opens a file of intake's evidence in a process of its own: what kills its reader kills nobody's work."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from intake.evidence.content import child
from intake.evidence.content.kinds import Checked, Refused, Why, kind_of

ROOT: Final = Path(__file__).resolve().parents[3]
COMMAND: Final = [sys.executable, "-m", child.__name__]
# The child counts its own seconds of work; a busy machine may take longer.
WAIT_SECONDS: Final = 60


def checked_apart(content: bytes) -> Checked:
    """What is kept of this file; Refused when it does not come in, or when its reader did not survive."""
    kind_of(content)
    try:
        done = subprocess.run(
            COMMAND, input=content, capture_output=True, timeout=WAIT_SECONDS, cwd=ROOT, env={}
        )
    except subprocess.TimeoutExpired as expired:
        raise Refused(Why.TOO_HEAVY) from expired
    if done.returncode:
        raise Refused(Why.TOO_HEAVY)
    return _read(done.stdout)


def _read(answer: bytes) -> Checked:
    line, _newline, rest = answer.partition(b"\n")
    said = json.loads(line)
    if "why" in said:
        raise Refused(Why(said["why"]))
    content, preview = rest[: said["content"]], rest[said["content"] :]
    return Checked(content, said["content_type"], said["pages"], preview or None)
