"""What a page prints is written as markupsafe writes it."""

from typing import Any

import pytest
from flask import Flask
from flask_babel import lazy_gettext
from markupsafe import Markup
from markupsafe import escape as by_markupsafe

from core.pages.templates import escape

VALUES = (
    *("", "plain", "<b> & \"quotes\" 'too'", Markup("<b>kept</b>"), Markup("")),
    *(5, None, 1.5, ["<i>"], lazy_gettext("Culture Fund")),
)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_the_same_signs(app: Flask, value: Any) -> None:
    with app.test_request_context():
        assert str(escape(value)) == str(by_markupsafe(value))


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_the_same_in_a_template_and_in_a_macro_of_it(app: Flask, value: Any) -> None:
    source = "{% macro said(words) %}{{ words }}{% endmacro %}{{ value }}|{{ said(value) }}"
    with app.test_request_context():
        expected = str(by_markupsafe(value))
        written = app.jinja_env.from_string(source).render(value=value)
    assert written == f"{expected}|{expected}"
