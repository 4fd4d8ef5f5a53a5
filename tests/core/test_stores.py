"""Where sealed files lie: in the folder, or over HTTP in a store of the S3 kind, which sees ciphertext alone."""

import datetime as dt
import json
import os

import pytest
from flask import Flask

from core import clock, instance
from core.db import transaction
from core.instance import InstanceBroken
from core.sealing import files, stores
from core.sealing.s3 import Bucket, NoAnswer, S3Store, authorization
from core.sealing.sealed import SealBroken
from core.sealing.stores import STORE, StoreDown, bucket_in
from core.work import outbox
from tests.core.s3_stand_in import standing_in

CONTENT = b"Factuur voor Lena " * 100
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture
def shop(inside: Flask, monkeypatch):
    """The instance with a store elsewhere."""
    with standing_in() as server:
        monkeypatch.setitem(inside.extensions, STORE, Bucket(**server.settings))
        yield server


def stored():
    with transaction():
        return files.store(CONTENT, content_type="application/pdf")


def test_the_signature_is_that_of_the_published_example():
    bucket = Bucket("https://x", "examplebucket", "us-east-1", "AKIAIOSFODNN7EXAMPLE",
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")  # fmt: skip
    headers = {
        "host": "examplebucket.s3.amazonaws.com",
        "range": "bytes=0-9",
        "x-amz-content-sha256": EMPTY,
        "x-amz-date": "20130524T000000Z",
    }
    signed = authorization(bucket, "GET", "/test.txt", headers)
    assert signed.endswith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")


def test_a_file_goes_over_the_network_sealed_and_comes_back(shop):
    row = stored()
    assert list(shop.objects) == [f"/bewijzen/{row.name}"]
    assert b"Factuur" not in shop.objects[f"/bewijzen/{row.name}"]
    assert (row.store, files.read(row)) == ("s3", CONTENT)


def test_what_was_put_in_the_folder_is_read_there_later(inside: Flask, monkeypatch):
    row = stored()
    with standing_in() as server:
        monkeypatch.setitem(inside.extensions, STORE, Bucket(**server.settings))
        assert files.read(row) == CONTENT
        assert server.asked == []


def test_a_file_that_was_changed_in_the_store_is_refused(shop):
    row = stored()
    shop.objects[f"/bewijzen/{row.name}"] = b"\x01" * 400
    with pytest.raises(SealBroken):
        files.read(row)


@pytest.mark.parametrize("mood", ["down", "cut"])
def test_a_store_that_is_down_or_hangs_up_says_so(shop, mood):
    row = stored()
    shop.mood = mood
    with pytest.raises(StoreDown):
        files.read(row)


def test_nothing_is_noted_when_the_store_does_not_take_it(shop):
    shop.mood = "down"
    with pytest.raises(StoreDown):
        stored()
    assert shop.objects == {}


def test_a_wrong_key_is_refused_by_the_store(shop):
    wrong = Bucket(**shop.settings | {"secret_key": "een andere"})
    with pytest.raises(NoAnswer, match="403"):
        S3Store(wrong).put("a", b"b")


def test_a_store_that_is_not_there_is_down(shop):
    nowhere = Bucket(**shop.settings | {"url": "http://127.0.0.1:9"})
    with pytest.raises(NoAnswer):
        S3Store(nowhere).get("a")


def test_the_worker_removes_the_bytes_and_tries_again_until_it_can(shop, monkeypatch):
    row = stored()
    with transaction():
        files.remove(row)
    shop.mood = "down"
    outbox.deliver_due()
    assert len(shop.objects) == 1
    shop.mood = "well"
    after = clock.machine_now() + dt.timedelta(minutes=5)
    monkeypatch.setattr(clock, "machine_now", lambda: after)
    outbox.deliver_due()
    assert shop.objects == {}


def test_a_full_disk_says_that_the_store_is_down_and_leaves_nothing(inside: Flask, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    before = sorted(stores.files_folder().iterdir())
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreDown):
        files.write(CONTENT, content_type="application/pdf")
    assert sorted(stores.files_folder().iterdir()) == before


def test_what_store_json_says_wrong_is_told_at_the_start(tmp_path):
    assert bucket_in(tmp_path) is None
    good = {
        "url": "https://s3.example",
        "bucket": "b",
        "region": "r",
        "access_key": "a",
        "secret_key": "s",
    }
    for wrong in (
        "{",
        "[]",
        json.dumps(good | {"url": "ftp://x"}),
        json.dumps({"url": "https://x"}),
    ):
        (tmp_path / "store.json").write_text(wrong, encoding="utf-8")
        with pytest.raises(InstanceBroken):
            bucket_in(tmp_path)
    (tmp_path / "store.json").write_text(json.dumps(good), encoding="utf-8")
    assert "secret" not in repr(bucket_in(tmp_path))


def test_files_lie_outside_what_the_server_shows(inside: Flask):
    assert not stores.files_folder().is_relative_to(inside.static_folder)
    assert stores.files_folder().stat().st_mode & 0o077 == 0
    assert stores.files_folder().parent == instance.folder()
