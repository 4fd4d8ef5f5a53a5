"""A browser of one walk, to be killed: `kill -9` of Chromium, as when a machine goes down."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.chromium import launch_options
from tests.browser.desk import Desk
from tests.faults.processes import kill_all, processes_of

# Among the processes of a browser, the one that playwright started has it.
FIRST = "--remote-debugging-pipe"


class MortalDesk(Desk):
    """A desk whose browser is no other's; its processes are told by a folder that only they were given."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        environment = {**os.environ, "INSTANCE": str(folder)}
        launch = desk.browser.browser_type.launch
        super().__init__(launch(**launch_options(), env=environment), desk.house)
        self.folder = folder
        self.complaints = desk.complaints

    def kill(self, page: Page) -> None:
        """The first process dies before its children do: it learns of nothing, and tells nobody."""
        with page.expect_event("close"):
            os.kill(processes_of(self.folder, FIRST)[0], signal.SIGKILL)
        kill_all(self.folder, None)


@contextmanager
def mortal_desk(desk: Desk) -> Iterator[MortalDesk]:
    """Its windows look at the same house; what they complain of is told there."""
    with tempfile.TemporaryDirectory() as folder:
        mortal = MortalDesk(desk, Path(folder))
        try:
            yield mortal
        finally:
            mortal.browser.close()
