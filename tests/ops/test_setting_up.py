"""`make` on a machine that lacks something: one clear sentence, and nothing half made."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.config import ROOT
from ops import apt, bootstrap, chromium, vendor
from ops.postgres import as_ordinary_user
from ops.sentences import Refusal


def test_an_old_python_is_refused_with_both_versions() -> None:
    with pytest.raises(Refusal, match=r"Python 3\.11 or newer is needed and this is 3\.9\.2"):
        bootstrap.require_python((3, 9, 2))


def test_a_fitting_python_passes() -> None:
    bootstrap.require_python((3, 11, 0))
    bootstrap.require_python((4, 0, 0))


@pytest.mark.parametrize("name", ["bootstrap", "apt", "chromium", "pip", "vendor", "sentences"])
def test_what_runs_before_the_environment_is_readable_to_old_pythons(name: str) -> None:
    source = (ROOT / "ops" / f"{name}.py").read_text(encoding="utf-8")
    module = ast.parse(source, feature_version=(3, 7))
    imported = {
        (node.module or "").split(".")[0] if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.split(".")[0] for name in imported} <= {*sys.stdlib_module_names, "ops"}


def without(monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr(bootstrap, "is_root", lambda: root)
    monkeypatch.setattr(chromium, "is_root", lambda: root)


def test_without_a_venv_module_an_ordinary_user_hears_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without(monkeypatch, root=False)
    with pytest.raises(Refusal, match="sudo apt-get install python3-venv"):
        bootstrap.require_venv_module()


def test_without_a_venv_module_root_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    without(monkeypatch, root=True)
    monkeypatch.setattr(bootstrap, "apt_install", installed.append)
    with pytest.raises(Refusal, match="use Debian's python3"):  # the fake install changed nothing
        bootstrap.require_venv_module()
    assert installed == ["python3-venv"]


def test_without_chromium_an_ordinary_user_hears_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(chromium, "CHROMIUM", tmp_path / "chromium")
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    with pytest.raises(Refusal, match="sudo apt-get install --no-install-recommends chromium"):
        chromium.require()


def test_without_apt_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(Refusal, match="install the Debian package chromium by hand"):
        apt.apt_install("chromium")


def test_an_unwritable_folder_is_one_sentence(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "ops", tmp_path / "ops")
    for name in (bootstrap.RUN_SET, bootstrap.DEV_SET):
        shutil.copy(ROOT / name, tmp_path)
    tmp_path.chmod(0o555)
    done = subprocess.run(
        [*as_ordinary_user(), sys.executable, "-B", "-m", "ops.bootstrap", "-V"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    tmp_path.chmod(0o755)
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"Error: .+ cannot be written \(Permission denied\): .+\n", done.stderr)


def test_what_was_installed_is_not_installed_again(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("flask==1\n")
    environment = bootstrap.Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    assert not environment.has("requirements.txt")
    environment.note_installed("requirements.txt")
    assert environment.has("requirements.txt")
    (tmp_path / "requirements.txt").write_text("flask==2\n")
    assert not environment.has("requirements.txt")


def test_a_moved_folder_is_installed_again(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    environment = bootstrap.Environment(old)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    (old / "requirements.txt").write_text("flask==1\n")
    environment.note_installed("requirements.txt")
    os.rename(old, new)
    assert not bootstrap.Environment(new).has("requirements.txt")


@pytest.mark.parametrize("wheel", [vendor.HTMX, vendor.FONTS])
def test_a_file_of_another_hash_is_not_used(monkeypatch, tmp_path: Path, wheel) -> None:
    def other(wanted, _python, _work):
        return {name: b"alert(1)" for _inside, name, _sha256 in wanted.files}

    monkeypatch.setattr(vendor, "_from_wheel", other)
    with pytest.raises(Refusal, match="not the one expected"):
        vendor.fetch(Path(sys.executable), tmp_path, wheel)
    assert list(tmp_path.iterdir()) == []


def test_what_pages_load_and_letters_are_set_in_is_genuine() -> None:
    folder = ROOT / "static" / "vendor"
    vendor.fetch(Path(sys.executable), folder)
    assert b'version:"2.0.10"' in (folder / "htmx.min.js").read_bytes()
    assert vendor.FONTS.is_in(folder)


def test_the_installer_itself_is_taken_from_the_lock() -> None:
    lock = (ROOT / bootstrap.DEV_SET).read_text(encoding="utf-8")
    block = bootstrap.block_of("uv", lock)
    assert re.match(r"uv==\d", block)
    assert block.count("==") == 1
    assert "--hash=sha256:" in block


def test_every_locked_version_has_its_hash_and_no_host_is_named() -> None:
    for name in (bootstrap.RUN_SET, bootstrap.DEV_SET):
        text = (ROOT / name).read_text(encoding="utf-8")
        packages = re.findall(r"^([\w.-]+(?:\[.*\])?)==", text, re.MULTILINE)
        assert packages
        assert all(f"{bootstrap.block_of(p, text)}".count("--hash=") for p in packages)
        assert "://" not in text


def test_help_names_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())
    shown = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {line.split()[1] for line in shown.stdout.splitlines()} == targets
