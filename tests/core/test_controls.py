"""Fields are written as WTForms writes them, to the letter, whatever they hold."""

import pytest
from wtforms import Form, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length
from wtforms.widgets import Select, TextArea, TextInput

from core.pages.controls import Chooser, Line, Lines

NASTY = [
    "",
    "Noor",
    "a \"quoted\" <b>&amp;</b> 'text'",
    "\n begins with a line\nand goes on",
    "{{ 7 * 7 }} \x85 🎭 é",
]
GIVEN = [
    {},
    {"class": 'wide "x"', "data-key": "a", "aria-invalid": "true", "disabled": True},
    {"hx-post": "/a?b=1&c=2", "readonly": False, "rows": 5},
]


class Two(Form):
    """One field of each kind that this house writes itself."""

    line = StringField("Line", [DataRequired(), Length(max=40)])
    lines = TextAreaField("Lines", [Length(min=2)])
    one = SelectField(
        "One",
        [DataRequired()],
        choices=[SelectChoice(*pair) for pair in (("", "–"), ("a", "<A>"), ("b&", '"B"'))],
    )
    grouped = SelectField(
        "Grouped",
        choices=[
            SelectChoice("s", "Zwemmen", optgroup='Sport & "spel"'),
            SelectChoice("k", "Theater", optgroup="Kunst"),
        ],
    )


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("typed", NASTY)
def test_a_text_is_written_so(typed, given):
    form = Two(data={"line": typed, "lines": typed})
    assert Line()(form.line, **given) == TextInput()(form.line, **given)
    assert Lines()(form.lines, **given) == TextArea()(form.lines, **given)


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("chosen", ["", "a", "b&", "s", "elsewhere"])
def test_a_list_is_written_so(chosen, given):
    form = Two(data={"one": chosen, "grouped": chosen})
    assert Chooser()(form.one, **given) == Select()(form.one, **given)
    assert Chooser()(form.grouped, **given) == Select()(form.grouped, **given)
