"""Labels of the fields that say on what a scheme rests, who decides beside the usual way, and how long it takes."""

from typing import Final

from flask_babel import lazy_gettext as _l

from regulation.editing.labels.told import Told
from regulation.vocabulary import rules

DECIDING: Final[dict[type, dict[str, Told]]] = {
    rules.Basis: {
        "rests_on": Told(
            _l("The fund rests on"), _l("Left empty: what the centre answered in the setup.")
        ),
        "counter_up_to": Told(
            _l("At the counter up to"),
            _l("Only under a rule of the council. The worker grants what the rule gives."),
        ),
        "second_above": Told(
            _l("A second approver above"), _l("Two persons decide on more than this amount.")
        ),
        "deviation_body": Told(
            _l("Who may depart from the assessment"), _l("Left empty: whoever decides.")
        ),
        "registers_free_discounts": Told(
            _l("A discount without cost is registered"),
            _l("Nobody decides on it. The proof comes at filing."),
        ),
    },
    rules.TimeLimits: {
        "decide_days": Told(_l("Days to decide"), _l("From the request.")),
        "notify_days": Told(_l("Days to send the letter"), _l("From the decision.")),
        "forward_days": Told(
            _l("Days to forward"), _l("When another centre is the competent one.")
        ),
        "appeal_months": Told(_l("Months to appeal"), _l("From the notification.")),
        "appeal_to": Told(_l("Where to appeal"), _l("As the letter names it.")),
        "next_working_day": Told(
            _l("Until the next working day"), _l("When the last day is no working day.")
        ),
    },
}
