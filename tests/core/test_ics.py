"""A calendar by RFC 5545: what other programs read is what was meant, whatever stands in the words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ics import Entry, calendar

MADE_AT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 12, 24)
BRUSSELS_SUMMER = dt.timezone(dt.timedelta(hours=2))


def unfolded(whole: bytes) -> list[str]:
    """The lines as a reader puts them together again."""
    return whole.replace(b"\r\n ", b"").decode().split("\r\n")


def value_of(whole: bytes, name: str) -> str:
    line = next(one for one in unfolded(whole) if one.startswith(name))
    return line.split(":", 1)[1]


def read(text: str) -> str:
    """What an escaped text says."""
    said, rest = "", iter(text)
    for sign in rest:
        after = next(rest) if sign == "\\" else ""
        said += {"": sign, "n": "\n"}.get(after, after)
    return said


def made(words: str = "Termijn", **more: object) -> bytes:
    entry = Entry(uid="1@x", words=words, **({"on": DAY} | more))  # type: ignore[arg-type]
    return calendar("Fonds", [entry], made_at=MADE_AT)


def test_a_day_is_a_whole_day_and_ends_the_next():
    whole = made(on=dt.date(2026, 12, 31))
    assert value_of(whole, "DTSTART") == "20261231"
    assert value_of(whole, "DTEND") == "20270101"


def test_signs_with_a_meaning_are_escaped_once():
    assert value_of(made("a\\b; c, d\ne"), "SUMMARY") == "a\\\\b\\; c\\, d\\ne"


def test_no_line_can_be_smuggled_in():
    whole = made("x\r\nEND:VCALENDAR\r\nATTENDEE:all", url="https://x.be/\r\nX:1")
    lines = unfolded(whole)
    assert lines.count("END:VCALENDAR") == 1
    assert not any(line.startswith(("ATTENDEE", "X:1")) for line in lines)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (dt.datetime(2026, 7, 1, 14, tzinfo=BRUSSELS_SUMMER), "20260701T120000Z"),
        (dt.datetime(2026, 12, 1, 14, tzinfo=dt.UTC), "20261201T140000Z"),
    ],
)
def test_an_instant_goes_out_in_utc(at, said):
    whole = made(on=None, starts_at=at, ends_at=at + dt.timedelta(hours=1))
    assert value_of(whole, "DTSTART") == said


def test_an_entry_without_a_time_is_a_mistake():
    with pytest.raises(ValueError, match="a day"):
        made(on=None)


@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cf", "Co", "Cn")), max_size=300
    )
)
def test_whatever_the_words_lines_are_short_and_say_the_same(words: str):
    whole = made(words)
    lines = whole.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert [line.decode() for line in lines]  # no letter was cut in two
    kept = "".join(sign for sign in words if sign.isprintable())
    assert read(value_of(whole, "SUMMARY")) == kept


@given(st.text(max_size=200))
def test_any_text_at_all_makes_a_calendar(words: str):
    try:
        words.encode()
    except UnicodeEncodeError:
        return
    whole = made(words)
    assert whole.startswith(b"BEGIN:VCALENDAR\r\n")
    assert whole.endswith(b"END:VCALENDAR\r\n")
    assert whole.count(b"\r\nSUMMARY:") == 1
