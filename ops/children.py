"""Child processes that never outlive the one that started them, not even after `kill -9`."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Sequence

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def start(command: Sequence[str], **options: object) -> subprocess.Popen[bytes]:
    """Start a child in a process group of its own: Ctrl-C reaches the parent alone, which ends it."""
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        command,
        stdin=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=_end_with(os.getpid(), signal.SIGTERM),
        **options,
    )


def end_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Ask the kernel to send this process a signal when its parent is gone, however that ended."""
    _libc.prctl(PR_SET_PDEATHSIG, int(number))


def _end_with(parent: int, number: signal.Signals) -> Callable[[], None]:
    def in_the_child() -> None:
        end_with_parent(number)
        if os.getppid() != parent:  # it ended before we asked
            os._exit(1)

    return in_the_child
