"""Drafts: kept for their owner, sealed, and never overwritten from a window that did not see them."""

import uuid

import pytest
from flask import Flask
from sqlalchemy import select

from core import drafts
from core.clock import now
from core.db import db, transaction
from core.drafts import Draft, DraftTaken
from core.errors import NotThere

KIND = "test"


def save(draft_id: str, words: str, *, owner: int = 1, window: str = "a", **more: object) -> None:
    with transaction():
        saved_at = drafts.save(
            KIND, draft_id, {"words": words}, owner_id=owner, session_id=window, **more
        )  # type: ignore[arg-type]
    assert saved_at == now()


@pytest.fixture
def draft_id(inside: Flask) -> str:
    new = str(uuid.uuid4())
    save(new, "Zoë", subject="client:12")
    return new


def test_a_draft_comes_back_as_it_was(draft_id: str) -> None:
    found = drafts.load(KIND, draft_id, owner_id=1)
    assert (found.body, found.subject, found.version) == ({"words": "Zoë"}, "client:12", 1)


def test_saving_again_keeps_one_row(draft_id: str) -> None:
    save(draft_id, "meer")
    assert [one.body for one in drafts.of(1, KIND)] == [{"words": "meer"}]
    assert drafts.load(KIND, draft_id, owner_id=1).version == 2


def test_nothing_of_it_can_be_read_in_the_database(draft_id: str) -> None:
    row = db.session.scalars(select(Draft).where(Draft.id == draft_id)).one()
    assert b"Zo" not in row.body
    assert row.session_key != "a"


def test_another_window_that_has_not_read_it_is_warned(draft_id: str) -> None:
    with pytest.raises(DraftTaken) as taken:
        save(draft_id, "weg", window="b")
    assert taken.value.saved_at == now()
    assert drafts.load(KIND, draft_id, owner_id=1).body == {"words": "Zoë"}


def test_after_signing_in_again_the_version_that_was_read_goes_on(draft_id: str) -> None:
    version = drafts.load(KIND, draft_id, owner_id=1).version
    save(draft_id, "verder", window="b", version=version)
    with pytest.raises(DraftTaken):
        save(draft_id, "oud venster", window="a", version=version)
    assert drafts.load(KIND, draft_id, owner_id=1).body == {"words": "verder"}


def test_somebody_else_s_draft_is_not_there(draft_id: str) -> None:
    with pytest.raises(NotThere):
        drafts.load(KIND, draft_id, owner_id=2)
    with pytest.raises(NotThere):
        save(draft_id, "van mij", owner=2)
    with pytest.raises(NotThere), transaction():
        drafts.delete(KIND, draft_id, owner_id=2)
    assert drafts.load(KIND, draft_id, owner_id=1).body == {"words": "Zoë"}
    assert drafts.of(2, KIND) == []


def test_a_draft_of_another_kind_is_not_there(draft_id: str) -> None:
    with pytest.raises(NotThere):
        drafts.load("other", draft_id, owner_id=1)


def test_a_deleted_draft_is_gone(draft_id: str) -> None:
    with transaction():
        drafts.delete(KIND, draft_id, owner_id=1)
    with pytest.raises(NotThere):
        drafts.load(KIND, draft_id, owner_id=1)


def test_a_colleague_at_the_same_subject_can_be_warned(draft_id: str) -> None:
    assert drafts.known_at(KIND, "client:12") == [(draft_id, 1, now())]
