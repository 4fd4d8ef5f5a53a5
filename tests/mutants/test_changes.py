"""Every place of a module that can be wrong is changed once, and each change has a name of its own."""

import pytest

from tests.mutants.changes import mutants_of


def changes(body: str) -> list[str]:
    source = f"def f(a, b):\n    {body}\n"
    return [one.what.removeprefix("f: ") for one in mutants_of(source)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return a < b", ["a < b -> a <= b"]),
        ("return 1 <= a", ["1 <= a -> 1 < a", "1 -> 2"]),
        ("return a + b", ["a + b -> a - b"]),
        ("a += b", ["a += b -> a -= b"]),
        ("return a and b", ["a and b -> a or b"]),
        ("return True", ["True -> False"]),
        ("return 'cost'", ["'cost' -> 'cost?'"]),
        ("return not a", ["not a -> not not a"]),
        ("return min(a, b)", ["min -> max"]),
        ("if a: return b", ["if a -> if not a"]),
        ("if not a: return b", ["not a -> not not a"]),
        ("if a is b: return b", ["a is b -> a is not b"]),
        ("return [c for c in a if c]", ["for c in a if c -> for c in a if not c"]),
        ("return a if b else a", ["a if b else a -> a if not b else a"]),
        ("return a or a or 1, 1", ["a or a or 1 -> a and a and 1", "1 -> 2", "1 -> 2 (2)"]),
        ("raise ValueError('a sentence')", []),
        ("return f'{a}'", []),
    ],
)
def test_a_place_is_changed_once(body: str, expected: list[str]) -> None:
    assert changes(body) == expected


def test_the_words_of_a_file_and_what_is_not_known_are_no_constants() -> None:
    words = "class A(StrEnum):\n    '''One.'''\n    X = 'x'\n"
    fields = "class B:\n    y: str = spec.text(most=1)\n    z: int | None = None\n"
    assert list(mutants_of(words + fields)) == []


def test_a_changed_module_is_whole() -> None:
    first, second = mutants_of("A = 1\nB = 2\n")
    assert (first.line, first.source) == (1, "A = 2\nB = 2")
    assert (second.line, second.source) == (2, "A = 1\nB = 3")
