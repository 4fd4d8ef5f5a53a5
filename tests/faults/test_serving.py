"""`make run` as a person uses and hurts it: both processes live and end together, data stay."""

import json
import os
import signal
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.faults.serving import Serving

MAKE_RUN = ["make", "run"]


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    return tmp_path / "instance"


def becomes_ready(serving: Serving) -> bool:
    """The worker's first beat may come a moment after the first page."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{serving.address}/readyz", timeout=20) as answer:
                return all(json.load(answer).values())
        except urllib.error.HTTPError as not_yet:
            not_yet.close()
            time.sleep(0.2)
    return False


def test_ctrl_c_ends_both_without_an_error(instance: Path) -> None:
    with Serving(instance, MAKE_RUN) as serving:
        assert becomes_ready(serving)
        serving.press_ctrl_c()
        assert serving.ends() in (0, -signal.SIGINT)  # the latter is make's own way to end
        assert "Stopping ..." in serving.output
        for complaint in ("***", "Error", "Traceback", "KeyboardInterrupt"):
            assert complaint not in serving.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_service_manager_can_end_it(instance: Path, number: signal.Signals) -> None:
    with Serving(instance) as serving:
        serving.process.send_signal(number)
        assert serving.ends() == 0


def test_ctrl_c_while_it_prepares_ends_it_quietly(instance: Path) -> None:
    with Serving(instance, until="Loading", DEMO="1") as serving:
        serving.press_ctrl_c()
        assert serving.ends() == 0
        assert "Stopping ..." in serving.output
        assert "Traceback" not in serving.output


def test_a_second_start_keeps_everything(instance: Path) -> None:
    with Serving(instance) as first:
        assert "/first-run/" in first.output
        first.press_ctrl_c()
        first.ends()
    keys = {path: path.read_bytes() for path in instance.iterdir() if path.suffix == ".json"}
    with Serving(instance, DEMO="1") as second:  # a plain start leaves a real centre one
        assert "/first-run/" in second.output
        assert "Loading" not in second.output
        second.press_ctrl_c()
        second.ends()
    assert {path: path.read_bytes() for path in keys} == keys


def test_kill_9_of_the_supervisor_leaves_no_orphans(instance: Path) -> None:
    with Serving(instance) as serving:
        assert len(serving.processes()) >= 4  # itself, the worker, gunicorn and its first
        os.kill(serving.process.pid, signal.SIGKILL)
        assert serving.ends() == -signal.SIGKILL


def test_kill_9_of_make_leaves_no_orphans(instance: Path) -> None:
    with Serving(instance, MAKE_RUN) as serving:
        os.kill(serving.process.pid, signal.SIGKILL)
        assert serving.ends() == -signal.SIGKILL


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("flask --app app worker", "Error: The worker ended unexpectedly"),
        ("gunicorn", "Error: The web server ended unexpectedly"),
    ],
)
def test_when_one_dies_the_other_is_ended(instance: Path, words: str, sentence: str) -> None:
    with Serving(instance) as serving:
        os.kill(serving.processes(words)[0], signal.SIGKILL)
        assert serving.ends() == 1
        assert sentence in serving.output


def test_two_on_one_port_is_refused_to_the_second(instance: Path, tmp_path: Path) -> None:
    with Serving(instance) as first:
        port = first.address.rpartition(":")[2]
        with Serving(tmp_path / "second", until="Error: ", PORT=port) as second:
            assert second.ends() == 1
            assert f"Error: Port {port} cannot be used" in second.output
        assert becomes_ready(first)
