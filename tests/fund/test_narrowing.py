"""The worklist narrowed and sorted: each choice has an address, and each flag says what its badge says."""

import datetime as dt

import pytest

from core import clock, settings
from core.db import transaction
from fund.narrowing.forms import FLAGS, SORTS
from intake.requests.models import Request
from intake.requests.term_settings import EXTENDS
from tests.counting import queries_of
from tests.fund import desk
from tests.fund.many import many_open
from tests.fund.test_query_counts import WORKLIST
from tests.fund.test_worklist import numbers
from tests.inspector import Page
from tests.telling.desk import change


@pytest.fixture
def four(app, world):
    """Noor asks 180, of which a health fund was asked a part; Emir 10; Zoë 20 at the pool; Noor once more."""
    asked = [
        desk.filed(app, world, others={"health_fund": 2_000}, answer="asked"),
        desk.filed(app, world, "emir", cost_cents=1_000),
        desk.filed(app, world, "zoë", activity_id=None, category="swimming", cost_cents=2_000),
        desk.filed(app, world, cost_cents=900),
    ]
    with app.app_context(), transaction() as session:
        for place, days in enumerate((-1, 2, 20, 25)):
            one = session.get(Request, asked[place])
            one.legal_due_on = dt.date(2026, 11, 24) + dt.timedelta(days=days)
    return asked


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("flag=late", "1"), ("flag=urgent", "2"), ("flag=cap", "1"), ("flag=payer", "1"),
        ("flag=first", "123"), ("flag=again", "4"), ("flag=answered", ""), ("flag=nothing", "4"),
        ("flag=free", "1234"), ("category=swimming", "3"), ("kind=discount", ""),
        ("flag=first&sort=most", "132"), ("sort=least", "4231"), ("sort=newest", "4321"),
        ("sort=oldest", "1234"), ("flag=elsewhere&sort=upside", "1234"),
    ],
)  # fmt: skip
def test_a_choice_keeps_what_fits_in_its_order(four, sign_in, asked, shown):
    found = numbers(sign_in("bert").page(f"/worklist?{asked}"))
    assert "".join(one[-1] for one in found) == shown


def test_a_team_is_a_choice_and_a_chip_takes_it_away(four, app, world, sign_in):
    desk.filed(app, world, "karim", by="arne", cost_cents=1_000)
    bert = sign_in("bert")
    form = bert.page("/worklist/narrow")
    south = next(one.get("value") for one in form.all("option") if form.text(one) == "Zuid")
    page = bert.page(f"/worklist?team={south}")
    assert numbers(page) == ["2026-0005"]
    assert len(numbers(bert.page(page.link("team Zuid ×")))) == 5


@pytest.mark.parametrize(
    ("day", "flags"),
    [(23, []), (25, ["urgent"]), (27, ["urgent"]), (28, ["urgent"]), (29, ["late"])],
)
def test_a_last_day_that_moves_is_late_when_the_row_says_so(app, world, sign_in, day, flags):
    """Saturday 26 December moves to Monday the 28th."""
    change(app, desk.filed(app, world), legal_due_on=dt.date(2026, 12, 26))
    with app.app_context(), transaction():
        settings.put(EXTENDS, True, by=None)
    with clock.at(dt.datetime(2026, 12, day, 10, tzinfo=clock.BRUSSELS)):
        bert = sign_in("bert")
        shown = [
            flag
            for flag in ("late", "urgent")
            if numbers(bert.page(f"/worklist?flag={flag}&state=all"))
        ]
        assert shown == flags
        assert ("te laat" in bert.page("/worklist?state=all").text()) == ("late" in flags)


def test_the_page_of_filters_shows_what_is_on_and_sends_it_back(four, sign_in):
    bert = sign_in("bert")
    page = bert.page(bert.page("/worklist?flag=late&state=all").link("Filteren en sorteren f"))
    chosen = [one.get("value") for one in page.all("option") if one.get("selected") is not None]
    assert chosen == ["late", "", "", "", "term"]


def test_a_view_is_named_counted_and_opens_the_list(four, sign_in):
    bert = sign_in("bert")
    action = "/worklist/views?flag=first"
    form = bert.page("/worklist/narrow?flag=first").form("/worklist/views")
    assert bert.post(action, data=form | {"name": "Nieuwe gezichten"}).status_code == 303
    assert "Nieuwe gezichten 3" in bert.page("/worklist").text()
    opening = Page(bert.get("/worklist/narrow?flag=first")).form("/worklist/views/1")
    bert.post("/worklist/views/1/first", data=opening)
    assert len(numbers(bert.page("/worklist"))) == 3
    assert "Nieuwe gezichten" not in sign_in("boris").page("/worklist").text()


def test_a_name_that_will_not_do_is_said_beside_it(four, sign_in):
    bert = sign_in("bert")
    form = bert.page("/worklist/narrow?flag=late").form("/worklist/views")
    answer = bert.post("/worklist/views?flag=late", data=form | {"name": ""})
    assert answer.status_code == 422
    assert Page(answer).text(Page(answer).by_id("name-error"))


@pytest.mark.parametrize("sort", list(SORTS))
def test_pages_by_key_hold_everything_once(app, world, sign_in, sort):
    many_open(app, desk.filed(app, world, cost_cents=1_000), 119)
    bert, seen, address = sign_in("bert"), [], f"/worklist?sort={sort}"
    while address:
        page = bert.page(address)
        seen += numbers(page)
        address = next((a.get("href") for a in page.all("a") if a.get("rel") == "next"), None)
    assert (len(seen), len(set(seen))) == (120, 120)


@pytest.mark.parametrize("flag", list(FLAGS))
def test_no_filter_asks_more_of_the_database(app, world, sign_in, flag):
    desk.filed(app, world)
    bert = sign_in("bert")
    bert.get("/worklist")
    with queries_of(app) as asked:
        bert.get(f"/worklist?flag={flag}")
    assert len(asked) == WORKLIST, "\n".join(asked)
