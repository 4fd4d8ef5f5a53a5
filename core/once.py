"""The same question is asked once within a block of the core room that only reads. It knows no question."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# None outside such a block: then each question is asked anew.
_answers: ContextVar[dict[tuple[Any, ...], Any] | None] = ContextVar("answers", default=None)


@contextmanager
def only_reading() -> Iterator[None]:
    """Nothing is changed in this block, so that an answer stays true until it ends."""
    if _answers.get() is not None:
        yield
        return
    begun = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(begun)


def once(ask: Callable[P, T]) -> Callable[P, T]:
    """Asked once for the same values in a block that only reads; anywhere else each time."""

    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        answers = _answers.get()
        if answers is None:
            return ask(*args, **kwargs)
        question = (ask, *args, *kwargs.items())
        if question not in answers:
            answers[question] = ask(*args, **kwargs)
        answer: T = answers[question]
        return answer

    return asked
