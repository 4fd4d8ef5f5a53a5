"""The forms that stand folded on the page of one request. They know no rule."""

import datetime as dt
from functools import lru_cache
from typing import Any, Final

from core.clock import today
from fund.case import Case
from fund.forms import AmountForm, AskForm, ConfirmForm, RefuseForm, SendBackForm, VersionForm
from fund.sending_on.forms import SendOnForm
from fund.sending_on.queries import bodies_offered
from intake.questions.clock import answer_day

KINDS: Final[Any] = {
    "ask": AskForm,
    "confirm": ConfirmForm,
    "refuse": RefuseForm,
    "send_back": SendBackForm,
}
# The page writes their tokens itself.
AS_SHOWN: Final = {"csrf": False}


class Forms:
    """Each as it stands before anybody types, but for the one that stays as it was typed. Made when the
    page first shows it: most requests show few of them."""

    def __init__(self, found: Case, opened: str = "", form: VersionForm | None = None) -> None:
        self._found = found
        if form is not None:
            self._fill(opened, form)
            setattr(self, opened, form)

    def __getattr__(self, name: str) -> Any:
        form = self._blank(name)
        setattr(self, name, form)
        return form

    def _blank(self, name: str) -> Any:
        if name in KINDS:
            return _blank(name, answer_day(today()))
        if name == "send_on":
            return _send_on(tuple(bodies_offered(self._found.deciding)))
        if name != "amount":
            raise AttributeError(name)
        form = AmountForm(formdata=None, meta=AS_SHOWN)
        self._fill(name, form)
        return form

    def _fill(self, name: str, form: Any) -> None:
        """What can be chosen differs by request."""
        if name == "amount":
            form.deviates_from.offer(self._found.lines_to_leave)
        elif name == "send_on":
            form.to_body.offer(bodies_offered(self._found.deciding))


@lru_cache(maxsize=16)
def _blank(name: str, _answer_by: dt.date) -> Any:
    """The same for every request, whatever the language, while a question is answered by this day: nobody
    changes it."""
    return KINDS[name](formdata=None, meta=AS_SHOWN)


@lru_cache(maxsize=64)
def _send_on(bodies: tuple[tuple[str, str], ...]) -> SendOnForm:
    """The same for every request that the same bodies may decide on, in one language."""
    form = SendOnForm(formdata=None, meta=AS_SHOWN)
    form.to_body.offer(bodies)
    return form
