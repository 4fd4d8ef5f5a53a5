"""What the law says of a term that has lapsed, by the basis of the fund. It decides nothing."""

from flask_babel import gettext as _

from core import settings
from fund.setup.choices import BASIS
from terms.deciding import COUNCIL_RULE


def consequences() -> list[str]:
    """In plain sentences; without a basis what holds for individual aid, for that is the stricter."""
    if settings.get(BASIS) == COUNCIL_RULE:
        return [
            _(
                "This fund stands on a rule of the council. What follows when a term lapses, that rule says."
            ),
            _("Decide all the same, and tell the client why it took longer."),
        ]
    return [
        _("The law gives 30 days to decide. A question to the worker does not stop that term."),
        _(
            "Nothing decided in time? Then the client may go to the labour court, "
            "within 3 months after the term has lapsed."
        ),
        _("Decide all the same. A late decision is better than none."),
    ]
