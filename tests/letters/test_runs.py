"""Printing together: all that wait in one PDF with a list; what left is marked in one step."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from core.audit import AuditEntry
from core.db import db
from core.letters import letters
from core.work.outbox import deliver_due
from fund.letters import runs
from tests.counting import queries_of
from tests.fund import desk
from tests.inspector import Page
from tests.letters import desk as post


def three(app, world, sign_in):
    post.settle(app)
    return [
        post.granted(app, world, sign_in, who, cost_cents=2_000) for who in ("noor", "emir", "zoë")
    ]


def mark(client, where, **typed):
    form = client.page(where).form(f"{where.split('?')[0]}/sent")
    return client.post(f"{where.split('?')[0]}/sent", data={**form, **typed})


def pdf_of(client, where):
    answer = client.get(f"{where}.pdf")
    assert answer.status_code == 200
    return answer.data


def test_all_that_wait_come_in_one_archivable_pdf(app, world, sign_in):
    three(app, world, sign_in)
    bert = sign_in("bert")
    data = pdf_of(bert, post.printed(app, bert))
    for said in (b"pdfaid:part>2<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<", b"nl-BE"):
        assert said in data
    root = PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]


def test_each_letter_begins_on_a_leaf_of_its_own(app, world, sign_in):
    three(app, world, sign_in)
    bert = sign_in("bert")
    pages = PdfReader(io.BytesIO(pdf_of(bert, post.printed(app, bert)))).pages
    begins = [at for at, page in enumerate(pages) if "Beste " in page.extract_text()]
    assert len(begins) == 3
    assert all(at % 2 == 0 for at in begins)


def test_the_run_is_marked_as_sent_in_one_step(app, world, sign_in):
    requests = three(app, world, sign_in)
    bert = sign_in("bert")
    page = desk.seen(bert, mark(bert, post.printed(app, bert)))
    assert "3 brieven zijn verstuurd." in page.text()
    assert {post.stage_of(app, one) for one in requests} == {"sent"}
    with app.app_context():
        assert desk.request_of(requests[0]).status == "notified"


def test_what_is_not_ticked_stays_here(app, world, sign_in):
    first, *others = three(app, world, sign_in)
    bert = sign_in("bert")
    where = post.printed(app, bert)
    form = bert.page(where).form(f"{where}/sent")
    form.pop(f"goes-{post.letter_id(app, first)}")
    assert bert.post(f"{where}/sent", data=form).status_code == 303
    assert post.stage_of(app, first) == "ready"
    assert {post.stage_of(app, one) for one in others} == {"sent"}


def test_registered_letters_have_each_their_number_or_none_is_marked(app, world, sign_in):
    requests = three(app, world, sign_in)
    bert = sign_in("bert")
    where = post.printed(app, bert) + "?way=registered"
    numbers = [post.letter_id(app, one) for one in requests]
    answer = mark(bert, where, **{f"tracking-{numbers[0]}": "RR1"})
    assert answer.status_code == 422
    assert "2026-0002: Vul het nummer van de aangetekende brief in." in Page(answer).text()
    assert {post.stage_of(app, one) for one in requests} == {"ready"}
    typed = {f"tracking-{one}": f"RR{one}" for one in numbers}
    assert mark(bert, where, **typed).status_code == 303
    with app.app_context():
        assert desk.request_of(requests[2]).appeal_until_on == dt.date(2027, 2, 24)


def test_what_is_handed_over_is_not_ticked_for_the_post(app, world, sign_in):
    post.settle(app)
    post.no_post(app, world, "zoë")
    stays = post.granted(app, world, sign_in, "zoë")
    bert = sign_in("bert")
    where = post.printed(app, bert)
    assert f"goes-{post.letter_id(app, stays)}" not in bert.page(where).form(f"{where}/sent")
    assert "af te geven: geen post thuis" in bert.page(where).text()


def test_a_decision_undone_meanwhile_is_left_out_and_the_rest_goes(app, world, sign_in):
    requests = three(app, world, sign_in)
    bert = sign_in("bert")
    where = post.printed(app, bert)
    form = bert.page(where).form(f"{where}/sent")
    desk.undo(bert, requests[0])
    page = desk.seen(bert, bert.post(f"{where}/sent", data=form))
    assert "2 brieven zijn verstuurd. 1 was vervallen of al verstuurd." in page.text()
    assert post.stage_of(app, requests[0]) == "void"


def test_a_decision_undone_since_is_no_more_in_the_pdf_and_left_out_of_the_list(
    app, world, sign_in
):
    undone, *_others = three(app, world, sign_in)
    bert = sign_in("bert")
    where = post.printed(app, bert)
    desk.undo(bert, undone)
    assert bert.get(f"{where}.pdf").status_code == 409
    page = bert.page(where)
    assert "2026-0001" in page.text(page.by_id("lapsed"))
    assert page.by_id("pdf") is None
    taken, left_out = words_in(bert.get(f"{where}/list.pdf").data).split("Niet mee")
    assert "2026-0001" not in taken
    assert "Vervallen" in left_out
    bert.post(f"{where}/again", data=page.form(f"{where}/again"))
    with app.app_context():
        deliver_due()
    words = words_in(pdf_of(bert, where))
    assert ("2026-0001" in words, "2026-0003" in words) == (False, True)


def words_in(data):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_one_that_cannot_be_made_takes_no_other_with_it(app, world, sign_in, monkeypatch):
    requests = three(app, world, sign_in)
    bad, real = post.letter_id(app, requests[1]), runs.make_ready

    def breaks(dispatch, texts):
        if dispatch.id == bad:
            raise OSError
        return real(dispatch, texts)

    monkeypatch.setattr(runs, "make_ready", breaks)
    bert = sign_in("bert")
    where = post.printed(app, bert)
    page = bert.page(where)
    assert "2 brieven zijn gemaakt. 1 gaat niet mee." in page.text()
    assert [post.stage_of(app, one) for one in requests] == ["ready", "waiting", "ready"]


def test_printing_that_breaks_halfway_loses_nothing_and_runs_again(
    app, world, sign_in, monkeypatch
):
    requests = three(app, world, sign_in)
    bert = sign_in("bert")
    with monkeypatch.context() as broken:
        broken.setattr(letters, "pdf_of_all", lambda *_a, **_k: (_ for _ in ()).throw(OSError))
        where = post.asked_to_print(bert)
        with app.app_context():
            deliver_due()
    assert "De reeks is mislukt." in bert.page(where).text()
    assert {post.stage_of(app, one) for one in requests} == {"ready"}
    form = bert.page(where).form(f"{where}/again")
    assert bert.post(f"{where}/again", data=form).status_code == 303
    with app.app_context():
        deliver_due()
        assert len(post.letters_of(requests[0])) == 1
    assert pdf_of(bert, where).startswith(b"%PDF")


def test_a_run_that_is_under_way_is_found_back(app, world, sign_in):
    three(app, world, sign_in)
    bert, hilde = sign_in("bert"), sign_in("hilde")
    where = post.asked_to_print(bert)
    assert post.asked_to_print(hilde) == where
    assert "De reeks wacht op haar beurt." in hilde.page(where).text()


def test_nothing_to_print_is_said(app, world, sign_in):
    bert = sign_in("bert")
    form = {"csrf_token": bert.page("/letters").form("/letters/runs")["csrf_token"]}
    page = desk.seen(bert, bert.post("/letters/runs", data=form))
    assert "Er wacht geen brief." in page.text()


def test_the_list_names_what_lies_there(app, world, sign_in):
    three(app, world, sign_in)
    bert = sign_in("bert")
    answer = bert.get(post.printed(app, bert) + "/list.pdf")
    words = PdfReader(io.BytesIO(answer.data)).pages[0].extract_text()
    assert "2026-0003" in words
    assert "Van den Eynde" in words


def test_each_letter_that_left_is_in_the_trail(app, world, sign_in):
    three(app, world, sign_in)
    bert = sign_in("bert")
    mark(bert, post.printed(app, bert))
    with app.app_context():
        one_by_one = select(func.count()).where(AuditEntry.action == "letter.sent")
        assert db.session.scalar(one_by_one) == 3


@pytest.mark.parametrize("stage", ["waiting", "ready", "sent", "held"])
def test_the_list_asks_as_often_whatever_it_holds(app, world, sign_in, stage):
    three(app, world, sign_in)
    bert = sign_in("bert")
    bert.get(f"/letters?stage={stage}")
    with queries_of(app) as asked:
        bert.get(f"/letters?stage={stage}")
    assert len(asked) == 10, "\n".join(asked)
