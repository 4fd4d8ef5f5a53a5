"""A field as it stands on a page; one that is kept says nothing of an earlier form."""

import pytest
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import RadioField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from core.pages import frames
from core.pages.fields import LongTextField, MoneyField, Required, SelectField, TextField
from core.pages.kept import KeptFields

CHOICES = [SelectChoice("a", _l("Choose")), SelectChoice("b", "<B>")]


class Kept(FlaskForm):
    """One field of each kind that the form of a filing has."""

    Meta = KeptFields
    what = TextField("What <b>?", [Required()])
    cost = MoneyField("Price", [Optional()])
    why = LongTextField("Why?", [Optional()])
    reason = SelectField("Reason", [Required()], choices=[("a", "A"), ("b", "<B>")])
    way = RadioField("Way", choices=CHOICES, default="a")
    some = SelectMultipleField("Some", choices=CHOICES, validate_choice=False)


class Anew(Kept):
    """The same, made anew each time."""

    class Meta:
        """Without what is kept."""

        def bind_field(self, form, unbound_field, options):
            """As WTForms itself does."""
            return unbound_field.bind(form=form, **options)


TYPED = [
    {},
    {"what": 'a "quoted" <b>', "cost": "12", "why": "x\ny", "reason": "b", "way": "b", "some": "a"},
    {"what": "", "cost": "nonsense", "reason": "elsewhere", "way": "elsewhere", "some": "b"},
]


def written(form):
    """Every field in the ways that pages ask for it."""
    plain = [
        frames.text(form.what),
        frames.text(form.what, "a <hint>", True, "s", attrs={"data-focus": True, "x": None}),
        frames.money(form.cost),
        frames.textarea(form.why, optional=True, rows=7),
        frames.select(form.reason, hint="why"),
        frames.chips(form.way, hint="one"),
        frames.chips(form.some, optional=True),
        frames.checks(form.some),
    ]
    return "".join(plain)


@pytest.mark.parametrize("reads", ["nl", "en"])
def test_a_kept_field_is_written_as_one_that_was_made_anew(app, reads):
    for _twice in range(2):
        for typed in TYPED:
            for validated in (False, True):
                with app.test_request_context(), force_locale(reads):
                    kept, anew = (one(formdata=MultiDict(typed)) for one in (Kept, Anew))
                    assert not validated or kept.validate() == anew.validate()
                    assert written(kept) == written(anew)


def test_what_somebody_typed_is_not_kept(app):
    with app.test_request_context():
        first = Kept(formdata=MultiDict(TYPED[1]))
        assert "quoted" in written(first)
        assert all("quoted" not in one for one in first.what.written.values())
        assert 'value="12,00"' in frames.money(first.cost)
        second = written(Kept(formdata=None))
        assert "quoted" not in second
        assert "12,00" not in second


def test_a_field_says_its_hint_and_what_is_wrong(app):
    with app.test_request_context():
        form = Kept(formdata=MultiDict({"what": ""}))
        form.validate()
        shown = frames.text(form.what, hint="a <hint>", optional=True)
    assert '<div class="field field--wrong">' in shown
    assert '<label for="what">What &lt;b&gt;?</label>' in shown
    assert '<span class="hint" id="what-hint">a &lt;hint&gt;</span>' in shown
    assert 'aria-describedby="what-hint what-error"' in shown
    assert '<p class="error" id="what-error">' in shown
    assert 'aria-invalid="true" aria-required="true"' in shown
    assert " required" not in shown
