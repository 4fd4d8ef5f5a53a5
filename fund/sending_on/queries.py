"""To which bodies a request may be sent on. Changes nothing."""

from dataclasses import replace

from accounts.same_person.queries import same_as_any
from fund.bodies.calling import Called, called_for
from fund.bodies.deciding import Deciding, bodies_besides
from fund.bodies.queries import unfit_for
from fund.setup.choices import body_of_centre
from intake.requests.models import Request
from terms.lists import label_of
from terms.rule_lists import BODIES


def bodies_offered(found: Deciding) -> list[tuple[str, str]]:
    """The other bodies that its basis allows, with their names."""
    return [(word, label_of(BODIES, word)) for word in bodies_besides(found, body_of_centre())]


def who_would_act(request: Request, word: str) -> Called:
    """The persons who decide for a body and may do so on this request: by four eyes, not who worked on it;
    or who prepares its meeting."""
    unfit = same_as_any(unfit_for(request))
    called = called_for(word)
    return replace(called, decide=called.decide - unfit)
