"""Columns that are read past the session, and words that stand in a statement."""

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Team
from core.db import db, rows_of
from core.one_of import one_of


def test_what_is_not_written_yet_is_read_too(app: Flask) -> None:
    with app.app_context():
        db.session.add(Team(name="Nieuw"))
        found = rows_of(select(Team.name).where(one_of(Team.name, ["Nieuw", "Oud"])))
        assert [row.name for row in found] == ["Nieuw"]
        db.session.rollback()


@pytest.mark.parametrize("typed", ["x') OR ('1' = '1", "two words", ""])
def test_only_words_of_the_house_stand_in_a_statement(typed: str) -> None:
    with pytest.raises(ValueError, match="own lists"):
        one_of(Team.name, ["fine", typed])
