"""Every paper that the product prints, made through the front door: for the judge of what a PDF claims to be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Flask

from core.db import transaction
from core.letters.sheets import Grid, Part, Sheet, bytes_of
from fund.letters.kinds import KINDS
from fund.letters.later import issue_ratification
from fund.letters.slots import SETS
from fund.letters.translated_slots import CODES
from fund.queries import decision_needed
from terms.lists import ANNEXES
from tests.appeals import desk as appeals
from tests.fund import desk
from tests.fund.test_revise import revised
from tests.letters import desk as post
from tests.letters.test_annex import approve, speaks
from tests.letters.test_later import HELD_ON, explained
from tests.letters.test_logo import picture, upload
from tests.letters.test_recovery_again import tell
from tests.letters.test_void import withdraw
from tests.meetings import desk as meetings
from tests.meetings.test_urgent import spent, urgently
from tests.world import World

HOSTILE = "#panic() <b>vet</b> $1$ \N{PILE OF POO} Đặng " + "lang " * 600


class Papers:
    """What one group of them comes to: the PDF by its name, and the rules of the addresses that gave it."""

    def __init__(self, app: Flask, world: World, sign_in: Callable[[str], Any]) -> None:
        self.app, self.world, self.sign_in = app, world, cache(sign_in)
        self.made: dict[str, bytes] = {}
        self.rules: set[str] = set()

    def get(self, who: str, address: str) -> None:
        """What somebody downloads."""
        answer = self.sign_in(who).get(address)
        assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), address
        matched = self.app.url_map.bind("localhost").match(address.split("?")[0], return_rule=True)
        self.rules.add(matched[0].rule)
        self.made[address] = answer.get_data()


def letters(papers: Papers) -> set[str]:
    """Each kind of letter of the fund, drafted, issued and printed together; with a logo, with an annex in Arabic."""
    app, world, sign_in = papers.app, papers.world, papers.sign_in
    post.settle(app, confirms_to_providers=True)
    bert, an = sign_in("bert"), sign_in("an")
    assert upload(sign_in("bea"), picture()).status_code == 303
    speaks(app, world, "lena", "ar")
    approve(sign_in("hilde"), "ar", "common", "grant")
    granted = post.granted(app, world, sign_in)
    refused = post.refused(app, world, sign_in, HOSTILE, "emir")
    partly, asked = (desk.filed(app, world, who) for who in ("zoë", "noor"))
    desk.press(bert, partly, "amount", amount="30", reasons="De school betaalt mee.")
    desk.press(bert, asked, "ask", to_whom="client", question="Welke club?", answer_by="01/12/2026")
    papers.get("bert", f"/letters/{post.letter_id(app, partly)}.pdf")
    run = post.printed(app, bert)
    for address in (f"{run}.pdf", f"{run}/list.pdf", f"/requests/{granted}/letter.pdf"):
        papers.get("bert", address)
    for one in (granted, refused):
        tell(app, bert, one)
    explained(an, refused)
    with app.app_context(), transaction():
        for is_so, money in (
            (True, {"kept_cents": 10_000}),
            (False, {"kept_cents": 1, "freed_cents": 2}),
        ):
            decision = decision_needed(desk.request_of(granted))
            issue_ratification(
                decision,
                ratified=is_so,
                reasons="Geen nood.",
                body="bcsd",
                held_on=HELD_ON,
                **money,
            )
    tell(app, bert, granted)
    spent(app, granted, 8_000)
    revised(bert, granted, ruling="grant", amount="60,00", ground="error")
    over = post.granted(app, world, sign_in, "lena")
    tell(app, bert, over)
    withdraw(an, over)
    post.printed(app, bert)
    kinds = set()
    with app.app_context():
        issued = [
            one
            for number in (granted, refused, partly, asked, over)
            for one in post.letters_of(number)
        ]
        known = [(one.id, one.kind) for one in issued if one.letter is not None]
    for number, kind in known:
        kinds.add(kind)
        papers.get("bert", f"/letters/{number}.pdf")
    assert kinds == set(KINDS), set(KINDS) ^ kinds
    return papers.rules


def sheets(papers: Papers) -> set[str]:
    """Forms as filed and empty, receipt, proof, record of a decision, what one got in a year."""
    app, world, sign_in = papers.app, papers.world, papers.sign_in
    bert = sign_in("bert")
    partly, reduced = desk.filed(app, world), desk.discount(app, world)
    desk.press(bert, partly, "amount", amount="60,00", reasons=HOSTILE[:900], deviates_from="1")
    desk.grant(bert, reduced)
    with app.app_context(), transaction():
        request = desk.request_of(partly)
        request.left_at = request.decided_at
    revised(bert, partly, ruling="refuse", reason_code="other", reasons="Toch niet.")
    for address in (
        "/filings/1/receipt.pdf", f"/requests/{partly}/form.pdf", f"/requests/{reduced}/form.pdf",
        "/filings/empty.pdf", "/filings/empty.pdf?kind=discount",
        f"/filings/empty.pdf?client={world.clients['lena']}", f"/decisions/{partly}/record.pdf",
        f"/decisions/{partly}.pdf", f"/decisions/{reduced}.pdf", f"/proofs/{reduced}.pdf",
        f"/clients/{world.clients['noor']}/year.pdf", f"/clients/{world.clients['lena']}/year.pdf",
    ):  # fmt: skip
        papers.get("an", address)
    with app.app_context():
        rows = tuple((f"{number}", HOSTILE[:60]) for number in range(90))
        papers.made["a long table"] = bytes_of(
            Sheet.of("T", [Part("A", grid=Grid(("x", "y"), rows))])
        )
    return papers.rules


def of_meetings(papers: Papers) -> set[str]:
    """Agenda, list of decisions, minutes and extracts, of what was urgent and of what was voted."""
    app, world, sign_in = papers.app, papers.world, papers.sign_in
    meetings.committee(app, chair="bert")
    sara = sign_in("sara")
    urgent = desk.filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    meetings.done(urgently(sign_in("bert"), urgent))
    meeting_id, items = meetings.convened(app, world, sara, "emir", "lena")
    with desk.days_later(9):
        meetings.opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
        items = [meetings.item_of(app, urgent), *items]
        for one in items:
            meetings.done(meetings.press(sara, one, "vote", remark="Zonder meer."))
        meetings.done(meetings.send(sara, meeting_id, "close"))
        meetings.done(meetings.send(sara, meeting_id, "write", minutes="De voorzitter opent."))
        meetings.done(meetings.send(sara, meeting_id, "sign"))
        meetings.done(meetings.send(sara, meeting_id, "correct", words="Mo kwam bij punt 2."))
        for kind in ("agenda", "decisions", "minutes", "extracts"):
            papers.get("sara", f"/meetings/{meeting_id}/{kind}.pdf")
        papers.get("sara", f"/meetings/items/{items[0]}/extract.pdf")
    return papers.rules


def of_appeals(papers: Papers) -> set[str]:
    """The file for the court; what a client handed in is not ours."""
    appeal_id = appeals.told_and_contested(papers.app, papers.world, papers.sign_in)
    with papers.app.app_context():
        appeals.made(appeal_id)
        archive = zipfile.ZipFile(io.BytesIO(appeals.bytes_of(appeal_id)))
        names = [one for one in archive.namelist() if one.endswith(".pdf") and "bewijs" not in one]
        papers.made = {name: archive.read(name) for name in names}
    assert len(names) == 10
    return papers.rules


def texts(papers: Papers) -> set[str]:
    """The sentences of each letter on paper, before anything is set: what lacks stands in brackets."""
    for code in sorted(SETS):
        papers.get("hilde", f"/letters/texts/{code}/example.pdf")
    return papers.rules


def translations(language: str) -> Callable[[Papers], set[str]]:
    """Each letter with its annex in this language."""

    def made(papers: Papers) -> set[str]:
        post.settle(papers.app)
        for code in CODES:
            papers.get("hilde", f"/letters/translations/{language}/{code}/example.pdf")
        return papers.rules

    made.__name__ = language
    return made


# What makes them, and the rules of all addresses that it asks for one.
GROUPS: tuple[tuple[Callable[[Papers], set[str]], tuple[str, ...]], ...] = (
    (letters, (
        "/letters/<int:dispatch_id>.pdf", "/requests/<int:request_id>/letter.pdf", "/letters/runs/<int:run_id>.pdf",
        "/letters/runs/<int:run_id>/list.pdf",
    )),
    (sheets, (
        "/filings/<int:filing_id>/receipt.pdf", "/requests/<int:request_id>/form.pdf", "/filings/empty.pdf",
        "/decisions/<int:request_id>/record.pdf", "/decisions/<int:request_id>.pdf", "/proofs/<int:request_id>.pdf",
        "/clients/<int:client_id>/year.pdf",
    )),
    (of_meetings, (
        "/meetings/<int:meeting_id>/<any(agenda, decisions, minutes):kind>.pdf",
        "/meetings/<int:meeting_id>/extracts.pdf", "/meetings/items/<int:item_id>/extract.pdf",
    )),
    (of_appeals, ()),
    (texts, ("/letters/texts/<code>/example.pdf",)),
    *((translations(one), ("/letters/translations/<language>/<code>/example.pdf",)) for one in ANNEXES),
)  # fmt: skip
