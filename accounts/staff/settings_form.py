"""The form of the settings page, made from the registered keys, in the accounts room. It stores nothing."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, IntegerField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from accounts.settings import Shown, shown_here
from core import settings
from core.pages.fields import LongTextField, TextField, WholeNumber


class SettingsForm(FlaskForm):
    """The parent; the fields are added by `settings_form`."""


def settings_form() -> SettingsForm:
    """A form with a field for each setting shown, filled with its value now."""
    fields = {
        field_name(shown): _field(shown, key)
        for _group, rows in shown_here()
        for shown, key in rows
    }
    form_class: type[SettingsForm] = type("CentreForm", (SettingsForm,), fields)
    now = {
        field_name(shown): _as_typed(settings.get(key))
        for _group, rows in shown_here()
        for shown, key in rows
    }
    return form_class(data=now)


def field_name(shown: Shown) -> str:
    """The name of the key as an id that pages and scripts can hold."""
    return shown.key.replace(".", "-")


def changed(form: SettingsForm) -> list[tuple[settings.Key[Any], Any]]:
    """The keys whose value was changed, with the new one."""
    values = [
        (key, _as_stored(form[field_name(shown)].data, key.default))
        for _group, rows in shown_here()
        for shown, key in rows
    ]
    return [(key, value) for key, value in values if value != settings.get(key)]


def _field(shown: Shown, key: settings.Key[Any]) -> Field:
    if shown.choices:
        choices = [SelectChoice(value, words) for value, words in shown.choices]
        return RadioField(shown.label, [Optional()], choices=choices)
    if isinstance(key.default, bool):
        return BooleanField(shown.label)
    if isinstance(key.default, int):
        return IntegerField(shown.label, [WholeNumber(shown.smallest, shown.largest)])
    if isinstance(key.default, list):
        return LongTextField(shown.label, max_length=500)
    return TextField(shown.label)


def _as_typed(value: Any) -> Any:
    return "\n".join(value) if isinstance(value, list) else value


def _as_stored(value: Any, default: Any) -> Any:
    if isinstance(default, list):
        return [line.strip() for line in (value or "").splitlines() if line.strip()]
    return "" if value is None else value
