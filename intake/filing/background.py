"""What stands in the way, and who brought the client, as fields of the form of a filing. All may stay empty."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.validators import Optional

from core.pages.fields import TextField
from intake.filing.fields import offered
from terms.lists import BARRIERS


def _barriers(label: Any, kind: str) -> SelectMultipleField:
    pairs = [(one.code, one.label) for one in BARRIERS.values() if one.sector == kind]
    return SelectMultipleField(label, choices=offered(pairs), validate_choice=False)


class BackgroundFields:
    """Barriers of the network's list and in own words; the guide and where that person works."""

    objective_barriers = _barriers(_l("In fact"), "objective")
    perceived_barriers = _barriers(_l("As the client feels it"), "perceived")
    barrier_words = TextField(_l("In own words"), [Optional()], max_length=300)
    guide_organisation = TextField(_l("Organisation of the guide"), [Optional()], max_length=160)
    guide_name = TextField(_l("Name of the guide"), [Optional()], max_length=120)

    def background(self) -> dict[str, Any]:
        """All of it by the names of a filing; of the list only what stands in it."""
        ticked = {*(self.objective_barriers.data or ()), *(self.perceived_barriers.data or ())}
        words = ("barrier_words", "guide_organisation", "guide_name")
        return {
            "barriers": tuple(code for code in BARRIERS if code in ticked),
            **{name: getattr(self, name).data or "" for name in words},
        }
