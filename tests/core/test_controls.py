"""Fields are written as WTForms writes them, to the letter, whatever they hold."""

import pytest
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Form, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length
from wtforms.widgets import HiddenInput, Select, TextArea, TextInput

from core.pages.controls import Chooser, Hidden, Line, Lines, offered
from core.pages.fields import SelectField as BlankFirst
from core.pages.kept import KeptFields
from core.pages.listed import Listed

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
    assert Hidden()(form.line, **given) == HiddenInput()(form.line, **given)


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("chosen", ["", "a", "b&", "s", "elsewhere"])
def test_a_list_is_written_so(chosen, given):
    form = Two(data={"one": chosen, "grouped": chosen})
    assert Chooser()(form.one, **given) == Select()(form.one, **given)
    assert Chooser()(form.grouped, **given) == Select()(form.grouped, **given)


class Kept(FlaskForm):
    """The same lists in a form whose fields are kept."""

    Meta = KeptFields
    one = BlankFirst(
        "One", [DataRequired()], choices=[("a", "<A>"), ("b&", '"B"')], blank=_l("Choose")
    )
    some = SelectMultipleField("Some", choices=[SelectChoice("a", "<A>"), SelectChoice("b", "B")])
    line = StringField("Line", default="begin")


@pytest.mark.parametrize("reads", ["nl", "en"])
@pytest.mark.parametrize("chosen", [None, "", "a", "b&", "elsewhere"])
def test_a_kept_list_is_written_so_in_each_language(app, chosen, reads):
    with app.test_request_context(), force_locale(reads):
        form = Kept(formdata=None, one=chosen)
        assert isinstance(form.one.choices, Listed)
        written = Chooser()(form.one, rows=2)
        assert written == Select()(form.one, rows=2)
        assert (">Kies<" in written) is (reads == "nl")


@pytest.mark.parametrize("chosen", [None, [], ["b"], ["a", "b"], ["elsewhere"]])
def test_kept_ticks_are_those_that_were_chosen(app, chosen):
    with app.test_request_context():
        form = Kept(formdata=None, some=chosen)
        ticked = [one.data for one in offered(form.some) if one.checked]
        assert ticked == [one for one in ("a", "b") if one in (chosen or ())]
        assert [one.words for one in offered(form.some)] == ["&lt;A&gt;", "B"]


def test_what_one_form_holds_is_not_in_the_next(app):
    with app.test_request_context():
        first = Kept(formdata=MultiDict({"line": "typed", "one": "nonsense"}))
        assert not first.validate()
        first.one.choices = first.one.choices[:1]
        second, third = Kept(formdata=None), Kept(formdata=None, prefix="l1-")
        assert (second.line.data, second.line.raw_data, second.line.errors) == ("begin", None, ())
        assert (second.one.errors, len(second.one.choices)) == ((), 3)
        assert (second.line.name, third.line.name, third.line.id) == ("line", "l1-line", "l1-line")
        assert (first.line.data, first.line._form, second.line._form) == ("typed", first, second)
