"""Running numbers: each once, without gaps, also when many ask at the same time."""

import threading

import pytest
from flask import Flask

from core.db import transaction
from core.numbers import next_number


def test_each_series_and_year_counts_for_itself(inside: Flask) -> None:
    with transaction():
        assert [next_number("test", 2026) for _ in range(3)] == [1, 2, 3]
        assert next_number("test", 2027) == 1
        assert next_number("other test", 2026) == 1


def test_a_number_of_a_failed_transaction_is_given_again(inside: Flask) -> None:
    def fail() -> None:
        with transaction():
            next_number("test", 2026)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with transaction():
        assert next_number("test", 2026) == 1


def test_eight_at_once_get_eighty_different_numbers(app: Flask) -> None:
    given: list[int] = []

    def take() -> None:
        with app.app_context():
            for _ in range(10):
                with transaction():
                    given.append(next_number("test", 2026))

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == list(range(1, 81))
