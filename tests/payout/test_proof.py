"""The neutral proof: it comes with the grant of a discount, goes with it, and says nothing of who pays."""

import re

import pytest
from sqlalchemy import select

from accounts.queries import account_by_username
from core import settings
from core.db import db, transaction
from core.letters.letters import NEUTRAL_NAME, content_of
from core.work import outbox
from intake.requests import actions
from payout.codes import ALPHABET
from payout.models import Voucher
from payout.queries import letter_of
from tests.fund import desk
from tests.inspector import Page

TELLING = re.compile(
    r"ocmw|cultuurfonds|sociaal|sociale|armoede|kansarm|steun|welzijn|hulpverlening|cli[eë]nt|dossier",
    re.IGNORECASE,
)


def granted(app, world, sign_in, **asked) -> int:
    request_id = desk.discount(app, world, **asked)
    assert desk.grant(sign_in("bert"), request_id).status_code == 303
    return request_id


def vouchers(request_id) -> list[Voucher]:
    statement = select(Voucher).where(Voucher.request_id == request_id).order_by(Voucher.id)
    return list(db.session.scalars(statement))


def hand_over(client, request_id):
    form = client.page(f"/proofs/{request_id}").form(f"/proofs/{request_id}/handed-over")
    return client.post(f"/proofs/{request_id}/handed-over", data=form)


def test_a_granted_discount_gives_one_proof_with_the_agreed_shares(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    with app.app_context():
        (voucher,) = vouchers(request_id)
        assert (voucher.client_cents, voucher.provider_cents, voucher.amount_cents) == (
            1_200, 600, 4_200,
        )  # fmt: skip
        assert voucher.cause == f"grant:{desk.decision_of(request_id).id}"
        assert desk.committed() == 4_200


def test_a_grant_of_the_fund_gives_no_proof(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    with app.app_context():
        assert vouchers(request_id) == []
    assert sign_in("an").get(f"/proofs/{request_id}").status_code == 404


def test_the_code_is_short_and_cannot_be_misread(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    with app.app_context():
        code = vouchers(request_id)[0].code
    assert re.fullmatch(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", code)
    assert not set(ALPHABET) & set("0O1IL2Z5S8B")


def test_what_is_printed_admits_the_bearer_and_tells_nothing_else(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    page = sign_in("an").page(f"/proofs/{request_id}")
    sheet = next(e for e in page.all("article") if e.get("class") == "sheet")
    said = page.text(sheet)
    for words in (
        "Zwemles, reeks van 10", "Zwembad Boxbergheide", "Lena Peeters", "€ 60,00", "€ 12,00",
        "23 januari 2027", "Vrijetijdsnetwerk",
    ):  # fmt: skip
        assert words in said, words
    assert not TELLING.search(said)
    assert page.title == "Bewijs van verminderde prijs"


def test_the_workers_own_words_never_reach_the_provider(app, world, sign_in):
    request_id = granted(
        app, world, sign_in, activity_id=None, category="swimming",
        what="Zwemmen via het OCMW", provider_name="Zwembad Boxbergheide",
    )  # fmt: skip
    page = sign_in("an").page(f"/proofs/{request_id}")
    sheet = next(e for e in page.all("article") if e.get("class") == "sheet")
    assert "Zwemmen" in page.text(sheet)
    assert not TELLING.search(page.text(sheet))


def test_the_letter_behind_it_is_as_neutral(app, world, sign_in):
    with app.app_context(), transaction():
        settings.put(NEUTRAL_NAME, "Vrijetijdsnetwerk Genk", by=None)
    request_id = granted(app, world, sign_in)
    with app.app_context():
        content = content_of(letter_of(vouchers(request_id)[0]))
        assert content.sender_name == "Vrijetijdsnetwerk Genk"
        assert not TELLING.search(str(content))


def test_the_same_stands_on_paper(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    with app.app_context():
        outbox.deliver_due()
    answer = sign_in("an").get(f"/proofs/{request_id}.pdf")
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    assert b"Peeters" not in answer.headers["Content-Disposition"].encode()


def test_once_handed_over_the_decision_stands(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    an = sign_in("an")
    page = desk.seen(an, hand_over(an, request_id))
    assert "Genoteerd: de cliënt heeft het bewijs." in page.text()
    assert page.by_id("handed-over") is None
    with app.app_context():
        request = desk.request_of(request_id)
        assert request.left_at == vouchers(request_id)[0].handed_over_at is not None
        version = request.lock_version
    answer = sign_in("bert").send(f"/worklist/{request_id}/undo", {"version": version})
    assert answer.status_code == 422
    assert "Ongedaan maken kan niet meer." in Page(answer).text()


def test_handing_over_twice_changes_nothing(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    an = sign_in("an")
    form = an.page(f"/proofs/{request_id}").form(f"/proofs/{request_id}/handed-over")
    assert an.post(f"/proofs/{request_id}/handed-over", data=form).status_code == 303
    with desk.days_later(1):
        again = sign_in("an")
        assert again.send(f"/proofs/{request_id}/handed-over").status_code == 303
    with app.app_context():
        assert vouchers(request_id)[0].handed_over_at.day == 24


def undone(app, sign_in, request_id):
    desk.undo(sign_in("bert"), request_id)


def withdrawn(app, _sign_in, request_id):
    with app.app_context(), transaction():
        request = desk.request_of(request_id)
        actions.withdraw(request, by=account_by_username("an"), why="Verhuisd.")


@pytest.mark.parametrize("take_back", [undone, withdrawn])
def test_with_the_grant_goes_the_proof(app, world, sign_in, take_back):
    request_id = granted(app, world, sign_in)
    take_back(app, sign_in, request_id)
    an = sign_in("an")
    page = an.page(f"/proofs/{request_id}")
    assert "Dit bewijs is ingetrokken op 24/11/2026 10:30. Geef het niet mee." in page.text()
    with app.app_context():
        (voucher,) = vouchers(request_id)
        assert voucher.revoked_at is not None
        assert voucher.code not in page.html
        assert desk.committed() == 0
    assert an.get(f"/proofs/{request_id}.pdf").status_code == 409
    assert an.send(f"/proofs/{request_id}/handed-over").status_code == 409


def test_a_grant_after_an_undo_gives_a_new_proof_with_a_new_code(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    undone(app, sign_in, request_id)
    desk.grant(sign_in("boris"), request_id)
    with app.app_context():
        old, new = vouchers(request_id)
        assert old.revoked_at is not None
        assert new.revoked_at is None
        assert old.code != new.code
    assert "Overhandigd" in sign_in("an").page(f"/proofs/{request_id}").text()


def test_a_refusal_leaves_no_proof(app, world, sign_in):
    request_id = desk.discount(app, world)
    desk.press(sign_in("bert"), request_id, "refuse", reason_code="other", reasons="Nee.")
    with app.app_context():
        assert vouchers(request_id) == []


def test_a_proof_past_its_day_is_not_handed_over(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    with desk.days_later(61):
        answer = hand_over(sign_in("an"), request_id)
        assert answer.status_code == 422
        assert "Dit bewijs is niet meer geldig." in answer.text


def test_only_the_workers_own_team_reaches_it(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    for username in ("arne", "bert", "hilde", "fien", "carla", "dirk", "bea"):
        other = sign_in(username)
        assert other.get(f"/proofs/{request_id}").status_code == 404, username
        assert other.get(f"/proofs/{request_id}.pdf").status_code == 404, username
        assert other.send(f"/proofs/{request_id}/handed-over").status_code == 404, username


def test_a_discount_that_costs_the_network_nothing_posts_nothing(app, world, sign_in):
    with app.app_context(), transaction():
        desk.agree(client=50, provider=50, network=0)
    request_id = granted(app, world, sign_in)
    with app.app_context():
        (voucher,) = vouchers(request_id)
        assert (voucher.client_cents, voucher.provider_cents, voucher.amount_cents) == (
            3_000, 3_000, 0,
        )  # fmt: skip
        assert desk.request_of(request_id).status == "granted"
        assert desk.committed() == 0
        assert desk.decision_of(request_id).leaf_funding_source == "none"
    undone(app, sign_in, request_id)
    with app.app_context():
        assert vouchers(request_id)[0].revoked_at is not None
