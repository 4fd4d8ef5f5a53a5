"""Lists by key: every row once, in order, both ways, and no name in an address."""

import datetime as dt

import pytest
from flask import Flask
from sqlalchemy import select

from core import clock
from core.db import transaction
from core.errors import NotThere
from core.pages.paging import By, Page, page_of
from core.work.outbox import OutboxMessage

NEWEST_FIRST = (By(OutboxMessage.due_at, descending=True), By(OutboxMessage.id))


@pytest.fixture
def rows(inside: Flask) -> list[int]:
    """23 rows, several at one instant."""
    begin = clock.now()
    with transaction() as session:
        new = [
            OutboxMessage(
                kind=f"Zoë {number}",
                payload={},
                created_at=begin,
                due_at=begin + dt.timedelta(hours=number // 4),
                tries=0,
            )
            for number in range(23)
        ]
        session.add_all(new)
        session.flush()
        return [one.id for one in sorted(new, key=lambda one: (-one.due_at.timestamp(), one.id))]


def page_at(key: str | None = None, size: int = 5) -> Page[OutboxMessage]:
    mine = select(OutboxMessage).where(OutboxMessage.kind.like("Zoë %"))
    return page_of(mine, NEWEST_FIRST, key=key, size=size)


def walk(size: int = 5) -> list[Page[OutboxMessage]]:
    pages = [page_at(size=size)]
    while pages[-1].next_key:
        pages.append(page_at(pages[-1].next_key, size))
    return pages


def test_every_row_comes_once_in_order(rows: list[int]) -> None:
    pages = walk()
    assert [len(page.items) for page in pages] == [5, 5, 5, 5, 3]
    assert [row.id for page in pages for row in page.items] == rows


def test_the_way_back_shows_the_same_pages(rows: list[int]) -> None:
    there = walk()
    back = [there[-1]]
    while back[-1].previous_key:
        back.append(page_at(back[-1].previous_key))
    assert [page.items for page in reversed(back)] == [page.items for page in there]
    assert back[-1].next_key


def test_a_list_that_fits_is_whole(rows: list[int]) -> None:
    assert page_at(size=23).is_whole
    assert not page_at(size=22).is_whole


def test_an_empty_list_is_whole(inside: Flask) -> None:
    assert page_at() == Page([])


def test_a_key_tells_nothing_and_fits_an_address(rows: list[int]) -> None:
    by = (By(OutboxMessage.kind), By(OutboxMessage.id))
    key = page_of(select(OutboxMessage), by, size=5).next_key
    assert key
    assert key.replace("-", "").replace("_", "").isalnum()
    assert page_of(select(OutboxMessage), by, key=key, size=5).items


@pytest.mark.parametrize("key", ["x", "€", "A" * 60, "A" * 5000, "\x00", "../.."])
def test_an_unknown_key_is_not_there(inside: Flask, key: str) -> None:
    with pytest.raises(NotThere):
        page_at(key)


def test_the_key_of_another_list_is_not_there(rows: list[int]) -> None:
    key = page_of(select(OutboxMessage), (By(OutboxMessage.id),), size=5).next_key
    with pytest.raises(NotThere):
        page_at(key)
