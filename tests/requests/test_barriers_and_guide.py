"""What stands in the way and who brought the client: optional, frozen with the request, read with it."""

from __future__ import annotations

from core.db import db
from intake.requests.models import Filing
from tests.requests.steps import HTMX, filed, filled, opened, said

TOLD = {
    "objective_barriers": ["transport", "gold"], "perceived_barriers": "shame",
    "barrier_words": "Kent er niemand", "guide_organisation": "De Sfeer", "guide_name": "Rita",
}  # fmt: skip


def test_they_are_kept_with_the_request_and_read_by_who_reads_it(sign_in, world, app):
    an = sign_in("an")
    number = filed(an, world, **TOLD)
    with app.app_context():
        filing = db.session.get_one(Filing, 1)
        assert filing.barriers == ["transport", "shame"]
        assert (filing.guide_organisation, filing.guide_name) == ("De Sfeer", "Rita")
    for page in (an.page(f"/requests/{number}"), sign_in("bert").page(f"/worklist/{number}")):
        assert (
            "Moeilijk bereikbaar · Schaamte, of schrik om herkend te worden · Kent er niemand"
            in said(page)
        )
        assert "Toegeleid door Rita, De Sfeer" in said(page)
    sign_in("arne").page(f"/requests/{number}", status=404)


def test_a_draft_keeps_them_and_a_simple_request_needs_none(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world) | TOLD
    address = f"/filings/drafts/{fields['draft_id']}"
    assert an.post(address, data=fields, headers=HTMX).status_code == 200
    page = an.page(address)
    ticked = [one.get("value") for one in page.all("input") if one.get("checked") is not None]
    assert {"transport", "shame"} <= set(ticked)
    assert page.form("/filings")["guide_name"] == "Rita"
    assert not {"objective_barriers", "perceived_barriers"} & set(opened(an, world.clients["zoë"]))
    assert "Drempels" not in said(an.page(f"/requests/{filed(an, world)}"))
