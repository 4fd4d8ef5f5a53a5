"""When papers may still come or go, in intake's evidence: pure, from the state of the request."""

from intake.evidence.models import Paper
from intake.requests.life import GIVEN, OPEN, WITHDRAWN
from intake.requests.models import Request


def takes_papers(request: Request) -> bool:
    """Until the decision; and after a grant too: the receipt of the activity comes later."""
    return request.status in OPEN or (request.status != WITHDRAWN and request.outcome in GIVEN)


def may_go(paper: Paper) -> bool:
    """What a decision stands on stays; what came after it, or before any, may be taken back."""
    if paper.withdrawn_at is not None:
        return False
    request = paper.request
    if request is None or request.status in OPEN:
        return True
    return request.decided_at is not None and paper.added_at > request.decided_at
