"""The keys of an instance: made once, private, and recognised by the database they belong to."""

import json
import stat
import threading
from pathlib import Path

import pytest

from core.instance import InstanceBroken, open_folder
from core.sealing.keys import keys_in


def test_keys_are_made_once_and_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "instance"
    first = keys_in(folder)
    assert stat.S_IMODE((folder / "keys.json").stat().st_mode) == 0o600
    assert keys_in(folder) == first
    assert [path.name for path in folder.iterdir()] == ["keys.json"]


def test_no_key_serves_two_ends_or_two_instances(tmp_path: Path) -> None:
    one, two = keys_in(tmp_path / "one"), keys_in(tmp_path / "two")
    every = [one.session, one.search, one.audit, *one.seals.values()]
    every += [two.session, two.search, two.audit, *two.seals.values()]
    assert len(set(every)) == 8
    assert one.fingerprint != two.fingerprint


def test_two_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    found = []
    threads = [threading.Thread(target=lambda: found.append(keys_in(tmp_path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.fingerprint for one in found}) == 1


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "not json", '{"session": 5}', json.dumps({"session": "00"})]
)
def test_a_damaged_key_file_is_one_clear_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys.json").write_text(text)
    with pytest.raises(InstanceBroken, match=r"^The key file in .* is damaged: [^.]*\.$"):
        open_folder(tmp_path)


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    keys_in(tmp_path)
    stored = json.loads((tmp_path / "keys.json").read_text())
    stored["audit"] = "00"
    (tmp_path / "keys.json").write_text(json.dumps(stored))
    with pytest.raises(InstanceBroken, match="damaged"):
        open_folder(tmp_path)


def test_a_folder_that_cannot_be_used_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InstanceBroken, match=r"cannot be used \(Not a directory\)"):
        open_folder(tmp_path / "file" / "instance")
