"""Fields: each value is read right, and what was typed wrong stands there again."""

import datetime as dt
from typing import Any

import pytest
from flask import Flask
from flask_wtf import FlaskForm

from core import clock
from core.pages.fields import (
    BirthDate,
    DateField,
    IbanField,
    LongTextField,
    MoneyField,
    NationalNumberField,
    NotAfterToday,
    Required,
    SelectField,
    TextField,
)

NOW = dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)


class Everything(FlaskForm):
    class Meta:
        csrf = False

    name = TextField("Naam", max_length=10)
    words = LongTextField("Woorden")
    cost = MoneyField("Kost")
    day = DateField("Dag", [NotAfterToday()])
    born = DateField("Geboren", [BirthDate()], full_only=True)
    number = NationalNumberField("Rijksregisternummer")
    account = IbanField("Rekening")
    reason = SelectField("Reden", choices=[(1, "één"), (2, "twee")], coerce=int)


class Needed(FlaskForm):
    class Meta:
        csrf = False

    cost = MoneyField("Kost", [Required()])
    reason = SelectField("Reden", [Required()], choices=[("a", "A")])


def filled(app: Flask, kind: Any = Everything, **typed: str) -> Any:
    with app.test_request_context("/", method="POST", data=typed), clock.at(NOW):
        form = kind()
        form.validate()
        form.shown = {field.name: str(field()) for field in form}
        form.said = {name: [str(one) for one in errors] for name, errors in form.errors.items()}
        return form


def test_right_values_are_read_and_echoed_in_full(app: Flask) -> None:
    form = filled(
        app, cost="82.5", day="3/5/2026", born="1/2/2014", number="85.07.30-033 28",
        account="be71 0961 2345 6769", reason="2", name=" Zo\u0308e\x00 ", words=" a\r\nb ",
    )  # fmt: skip
    assert form.said == {}
    assert form.cost.data == 8250
    assert 'value="82,50"' in form.shown["cost"]
    assert form.day.data == dt.date(2026, 5, 3)
    assert 'value="03/05/2026"' in form.shown["day"]
    assert form.number.data == "85073003328"
    assert 'value="85.07.30-033.28"' in form.shown["number"]
    assert form.account.data == "BE71096123456769"
    assert form.reason.data == 2
    assert (form.name.data, form.words.data) == ("Zöe", "a\nb")


def test_an_empty_form_holds_nothing(app: Flask) -> None:
    form = filled(app)
    assert form.said == {}
    assert {form[name].data for name in ("cost", "day", "number", "account", "reason")} == {None}


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("cost", "1.234.5", "Schrijf een bedrag"),
        ("cost", "-5", "Schrijf een bedrag"),
        ("cost", "1000000000", "Schrijf een bedrag"),
        ("cost", "NaN", "Schrijf een bedrag"),
        ("day", "31/2/2026", "Schrijf een datum"),
        ("day", "27/11/2026", "toekomst"),
        ("born", "3/5", "Schrijf een datum"),
        ("born", "27/11/2026", "toekomst"),
        ("born", "1/1/1850", "jaar"),
        ("number", "123", "11 cijfers"),
        ("number", "85.07.30-033 29", "Controleer de cijfers"),
        ("number", "00000000097", "Controleer de cijfers"),
        ("account", "BE68 5390 0754 7034", "rekeningnummer"),
        ("account", "BE71 0961 2345 6768", "Controleer de cijfers"),
        ("account", "rekening", "rekeningnummer"),
        ("reason", "3", "Kies iets uit de lijst"),
        ("reason", "x", "Kies iets uit de lijst"),
        ("name", "langer dan tien", "15 tekens"),
    ],
)
def test_a_wrong_value_is_explained_and_kept(app: Flask, name: str, typed: str, says: str) -> None:
    form = filled(app, **{name: typed})
    assert says in " ".join(form.said[name])
    if name != "reason":
        shown = clock.show_date(form[name].data) if form[name].data and name == "born" else typed
        assert f'value="{shown}"' in form.shown[name]


def test_a_hundred_thousand_characters_get_a_clear_sentence(app: Flask) -> None:
    form = filled(app, words="a" * 100_000, cost="9" * 100_000)
    assert "100000 tekens" in form.said["words"][0]
    assert len(form.shown["cost"]) < 300


@pytest.mark.parametrize("typed", ["", "   ", "\x00"])
def test_a_required_field_must_hold_something(app: Flask, typed: str) -> None:
    form = filled(app, Needed, cost=typed)
    assert form.said["cost"] == [f"{form['cost'].label.text} is nog niet ingevuld."]
    assert form.said["reason"] == [f"{form['reason'].label.text} is nog niet ingevuld."]


def test_a_choice_begins_with_nothing_chosen(app: Flask) -> None:
    form = filled(app)
    assert '<option selected value="">Kies</option>' in form.shown["reason"]


def test_markup_in_a_value_stays_text(app: Flask) -> None:
    form = filled(app, cost='"><b>')
    assert "&lt;b&gt;" in form.shown["cost"]
