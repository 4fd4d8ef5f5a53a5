"""The forms that stand folded on the page of one request. They know no rule."""

from typing import Any, Final

from fund.case import Case
from fund.forms import AmountForm, AskForm, ConfirmForm, RefuseForm, SendBackForm, VersionForm
from fund.sending_on.forms import SendOnForm
from fund.sending_on.queries import bodies_offered

FORMS: Final[Any] = {
    "amount": AmountForm,
    "ask": AskForm,
    "confirm": ConfirmForm,
    "refuse": RefuseForm,
    "send_back": SendBackForm,
    "send_on": SendOnForm,
}


def forms_on(found: Case, opened: str = "", form: VersionForm | None = None) -> dict[str, Any]:
    """Each as it stands before anybody types, but for the one that stays as it was typed."""
    forms = {name: kind(formdata=None) for name, kind in FORMS.items()}
    forms |= {opened: form} if form else {}
    forms["amount"].deviates_from.offer(found.lines_to_leave)
    forms["send_on"].to_body.offer(bodies_offered(found.deciding))
    return forms
