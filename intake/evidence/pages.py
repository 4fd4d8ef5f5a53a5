"""The page of proofs, the same beside a form and beside a request; for routes of intake. It changes nothing."""

from typing import Any

from flask import Response

from core.pages.page import page
from intake.evidence.forms import LaterForm, PaperForm
from intake.evidence.showing import Sheet, called


def sheet_page(
    sheet: Sheet,
    *,
    form: PaperForm | None = None,
    later: LaterForm | None = None,
    status: int = 200,
    **context: Any,
) -> Response:
    """What is asked, what came, and the forms to add; `form` or `later` is the one that is wrong."""
    first = sheet.first_kinds
    wrong = later or form
    return page(
        "evidence/sheet.html",
        None,
        status,
        sheet=sheet,
        papers_form=form or _fresh(PaperForm, first),
        later_form=later or _fresh(LaterForm, first),
        form=wrong,
        called=called,
        **context,
    )


def _fresh(kind: type[Any], first: list[str]) -> Any:
    form = kind(formdata=None, kind=first[0] if first else None)
    return form.offer(first)
