"""The same question is asked once in a block that only reads, and each time anywhere else."""

from contextlib import suppress

import pytest

from core.once import once, only_reading


class Asked:
    """Counts how often somebody asks."""

    def __init__(self) -> None:
        self.times = 0
        self.ask = once(self._ask)

    def _ask(self, of: int) -> int:
        self.times += 1
        return of * self.times


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_it_is_asked_anew_outside_such_a_block(asked: Asked) -> None:
    assert [asked.ask(1), asked.ask(1)] == [1, 2]


def test_in_the_block_it_is_asked_once_for_the_same_value(asked: Asked) -> None:
    with only_reading():
        assert [asked.ask(1), asked.ask(1), asked.ask(5)] == [1, 1, 10]
    assert asked.times == 2


def test_nothing_is_remembered_after_the_block(asked: Asked) -> None:
    with only_reading():
        asked.ask(1)
    with only_reading():
        assert asked.ask(1) == 2


def test_a_block_within_a_block_belongs_to_it(asked: Asked) -> None:
    with only_reading():
        asked.ask(1)
        with only_reading():
            assert asked.ask(1) == 1
        assert asked.ask(1) == 1


def test_an_error_ends_the_block(asked: Asked) -> None:
    with suppress(LookupError), only_reading():
        asked.ask(1)
        raise LookupError
    assert asked.ask(1) == 2
