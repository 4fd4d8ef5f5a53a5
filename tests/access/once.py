"""The scene of the tests of access, built once for each process and brought back for each module."""

from __future__ import annotations

import copy
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask

from core import clock
from core.sealing.stores import files_folder
from tests.access.browser import Browser
from tests.access.scene import Scene, build
from tests.world import NOW

SCENE = "scene"


@dataclass(frozen=True)
class Built:
    """As it was once built: its rows are kept with the database, its files in a folder."""

    scene: Scene
    files: Path

    def again(self) -> Scene:
        """Everybody signed in, in browsers of their own, with the same numbers of the same things."""
        with self.scene.app.app_context():
            shutil.rmtree(files_folder())
            shutil.copytree(self.files, files_folder(), dirs_exist_ok=True)
        browsers = {who: _same(one) for who, one in self.scene.browsers.items()}
        world, ids = copy.deepcopy((self.scene.world, self.scene.ids))
        return replace(self.scene, world=world, ids=ids, browsers=browsers)


def built_in(app: Flask, files: Path) -> Built:
    """It takes as long as fifty tests."""
    with clock.at(NOW):
        scene = build(app)
    with app.app_context():
        shutil.copytree(files_folder(), files, dirs_exist_ok=True)
    return Built(scene, files)


def _same(browser: Browser) -> Browser:
    """Another browser that holds the same cookies and token."""
    other = Browser(browser.application, browser.response_wrapper, use_cookies=True)
    other.token, other._cookies = browser.token, dict(browser._cookies or {})
    return other
