"""The audit trail: chained in order, and no entry can be changed, taken out or added unseen."""

import threading
from itertools import pairwise

import pytest
from flask import Flask, Response
from sqlalchemy import delete, func, select, update

from core import audit, clock
from core.commands import audit_commands
from core.db import db, transaction
from core.trail import FIRST_HASH, AuditEntry, AuditHead, stored_anchors, verify


def written(count: int = 5) -> list[AuditEntry]:
    for number in range(count):
        with transaction():
            audit.record("thing.done", kind="thing", object_id=number)
    return list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.seq)))


def test_entries_say_who_did_what_to_which_thing_and_why(inside: Flask) -> None:
    with audit.acting(42), transaction():
        audit.record("thing.done", kind="thing", object_id=7, why="asked for")
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry is not None
    assert (entry.actor_id, entry.action, entry.kind) == (42, "thing.done", "thing")
    assert (entry.object_id, entry.why, entry.at) == ("7", "asked for", clock.now())


def test_each_entry_is_chained_to_the_one_before(inside: Flask) -> None:
    entries = written()
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[0].prev_hash == FIRST_HASH
    assert all(b.prev_hash == a.hash for a, b in pairwise(entries))
    assert verify(db.session()) is None


def test_what_is_rolled_back_leaves_no_entry(inside: Flask) -> None:
    before = len(written(1))

    def fail() -> None:
        with transaction():
            audit.record("thing.done", kind="thing", object_id=1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert len(written(1)) == before + 1
    assert verify(db.session()) is None


@pytest.mark.parametrize(
    "change",
    [
        {"actor_id": 9}, {"action": "other"}, {"kind": "other"}, {"object_id": "9"},
        {"why": ""}, {"hash": "0" * 64}, {"prev_hash": "0" * 64},
    ],
)  # fmt: skip
def test_a_changed_entry_is_found(inside: Flask, change: dict[str, object]) -> None:
    third = written()[-3].seq
    with transaction() as session:
        session.execute(update(AuditEntry).where(AuditEntry.seq == third).values(**change))
    assert verify(db.session()) == third


def test_an_entry_taken_out_is_found(inside: Flask) -> None:
    third = written()[-3].seq
    with transaction() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.seq == third))
    assert verify(db.session()) == third


def test_a_trail_cut_off_at_the_end_is_found(inside: Flask) -> None:
    last = written()[-1].seq
    with transaction() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.seq == last))
    assert verify(db.session()) == last


def test_a_trail_cut_off_with_its_head_is_found_by_the_anchor(inside: Flask) -> None:
    entries = written()
    path = audit.anchor()
    assert path is not None
    assert stored_anchors()[entries[-1].seq] == entries[-1].hash
    with transaction() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.seq == entries[-1].seq))
        shorter = {"seq": entries[-2].seq, "hash": entries[-2].hash}
        session.execute(update(AuditHead).values(**shorter))
    assert verify(db.session()) is None
    assert verify(db.session(), stored_anchors()) == entries[-1].seq
    path.unlink()


def test_two_values_cannot_be_pushed_together(inside: Flask) -> None:
    row = {"seq": 1, "prev_hash": FIRST_HASH, "at": clock.now(), "actor_id": 1, "action": "ab",
           "kind": "c", "object_id": "1", "why": None}  # fmt: skip
    from_here = audit.entry_hash(row)
    assert audit.entry_hash({**row, "action": "a", "kind": "bc"}) != from_here
    assert audit.entry_hash({**row, "why": ""}) != from_here


def test_looking_is_chained_once_the_response_has_gone(app: Flask) -> None:
    with app.test_request_context("/"):
        audit.actor_is(42)
        audit.look("client", 7)
        response = app.process_response(Response("seen"))
        assert newest(app) != ("looked", "client", "7", 42)
    response.close()
    assert newest(app) == ("looked", "client", "7", 42)


def test_a_look_that_cannot_be_chained_fails_nothing(app: Flask, caplog: object) -> None:
    broken = [{"at": None, "actor_id": None, "action": "looked", "kind": "x", "object_id": "1"}]
    audit.chain_looks(app, broken)  # type: ignore[arg-type]
    with app.app_context():
        assert verify(db.session()) is None


def newest(app: Flask) -> tuple[object, ...] | None:
    with app.app_context():
        columns = (AuditEntry.action, AuditEntry.kind, AuditEntry.object_id, AuditEntry.actor_id)
        row = db.session.execute(select(*columns).order_by(AuditEntry.seq.desc())).first()
        return tuple(row) if row is not None else None


def test_writers_at_once_make_one_whole_chain(app: Flask) -> None:
    def write() -> None:
        with app.app_context():
            written(5)

    with app.app_context():
        before = db.session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        assert verify(db.session()) is None
        assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == before + 20


def test_the_command_says_whether_the_trail_is_whole(app: Flask) -> None:
    with app.app_context():
        third = written()[-3].seq
        runner = app.test_cli_runner()
        assert "is whole" in runner.invoke(audit_commands, ["verify"]).output
        with transaction() as session:
            session.execute(update(AuditEntry).where(AuditEntry.seq == third).values(kind="x"))
    result = runner.invoke(audit_commands, ["verify"])
    assert result.exit_code == 1
    assert result.output == f"Error: The audit trail is broken at entry {third}.\n"


def test_a_long_trail_is_read_piece_by_piece(inside: Flask) -> None:
    with transaction():
        for number in range(12_000):
            audit.record("thing.done", kind="thing", object_id=number)
    assert verify(db.session()) is None
    with transaction() as session:
        session.execute(update(AuditEntry).where(AuditEntry.object_id == "11000").values(kind="x"))
    assert verify(db.session()) is not None
