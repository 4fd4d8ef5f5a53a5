"""Cleaning of typed text."""

from hypothesis import given
from hypothesis import strategies as st

from core.pages.text import cleaned


def test_control_characters_and_outer_spaces_go() -> None:
    assert cleaned("  Zo\x00e\u0308\x07 \r\n") == "Zoë"


def test_lines_stay_where_they_are_asked_for() -> None:
    assert cleaned("een\r\ntwee\rdrie", lines=True) == "een\ntwee\ndrie"
    assert cleaned("een\ntwee\tdrie") == "een twee drie"


def test_emoji_and_right_to_left_text_stay() -> None:
    assert cleaned("😀 عربي 👨‍👩‍👧") == "😀 عربي 👨‍👩‍👧"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert "\x00" not in once


@given(st.text(alphabet=st.characters()))
def test_what_is_clean_can_be_stored(text: str) -> None:
    cleaned(text, lines=True).encode()
