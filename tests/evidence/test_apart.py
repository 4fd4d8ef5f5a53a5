"""A file is opened in a process of its own, which holds no secret and may die without harm."""

import os
import subprocess
import sys

import pytest

from intake.evidence.content import apart
from intake.evidence.content.apart import checked_apart
from intake.evidence.content.checks import checked
from intake.evidence.content.kinds import Refused
from tests.evidence.bad_pdfs import PDFS
from tests.evidence.papers import pdf, photo_with_place


@pytest.mark.parametrize("paper", [pdf(), photo_with_place("HEIF")])
def test_it_gives_the_same_as_within(paper):
    apart_kept, kept = checked_apart(paper), checked(paper)
    assert (apart_kept.content, apart_kept.pages) == (kept.content, kept.pages)
    assert apart_kept.preview == kept.preview


@pytest.mark.parametrize(
    "name", ["a script on opening", "it unpacks to 300 MB", "cut in the middle"]
)
def test_it_hands_on_why_a_file_is_refused(name):
    content, why = PDFS[name]
    with pytest.raises(Refused) as refused:
        checked_apart(content)
    assert refused.value.why == why


@pytest.mark.parametrize(
    "code", ["import os; os.abort()", "import sys; sys.exit(9)", "while True: pass"]
)
def test_a_reader_that_dies_or_never_ends_refuses_the_file(code, monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", [sys.executable, "-c", code])
    monkeypatch.setattr(apart, "WAIT_SECONDS", 2)
    with pytest.raises(Refused) as refused:
        checked_apart(pdf())
    assert refused.value.why == "too_heavy"


def test_the_reader_knows_no_word_of_our_environment(monkeypatch):
    given = {}

    def ran(*_args, **more):
        given.update(more)
        raise subprocess.TimeoutExpired("x", 1)

    monkeypatch.setitem(os.environ, "DATABASE_URL", "postgresql://geheim")
    monkeypatch.setattr(subprocess, "run", ran)
    with pytest.raises(Refused):
        checked_apart(pdf())
    assert given["env"] == {}
