"""How often the fund's pages ask the database: the same with ten requests as with a thousand."""

import pytest

from tests.counting import queries_of
from tests.fund import desk
from tests.fund.many import many_open

WORKLIST = 8
CASE = 18
DECIDED = 10
ALIKE = 9


def asked_by(app, client, address) -> list[str]:
    client.get(address)
    with queries_of(app) as asked:
        assert client.get(address).status_code == 200
    return asked


@pytest.mark.parametrize("count", [9, 999])
def test_the_worklist(app, world, sign_in, count):
    many_open(app, desk.filed(app, world), count)
    asked = asked_by(app, sign_in("bert"), "/worklist")
    assert len(asked) == WORKLIST, "\n".join(asked)


@pytest.mark.parametrize("count", [9, 999])
def test_the_decide_page(app, world, sign_in, count):
    request_id = desk.filed(app, world, cost_cents=1_000)
    many_open(app, request_id, count)
    asked = asked_by(app, sign_in("bert"), f"/worklist/{request_id}")
    assert len(asked) == CASE, "\n".join(asked)


@pytest.mark.parametrize("count", [1, 5])
def test_decisions_of_late(app, world, sign_in, count):
    bert = sign_in("bert")
    for _time in range(count):
        desk.grant(bert, desk.filed(app, world, cost_cents=500))
    bert.get("/decided")
    asked = asked_by(app, bert, "/decided")
    assert len(asked) == DECIDED, "\n".join(asked)


@pytest.mark.parametrize("count", [1, 5])
def test_decisions_on_the_like(app, world, sign_in, count):
    bert = sign_in("bert")
    for _time in range(count):
        desk.grant(bert, desk.filed(app, world, cost_cents=500))
    asked = asked_by(app, bert, f"/worklist/{desk.filed(app, world, 'zoë')}/alike")
    assert len(asked) == ALIKE, "\n".join(asked)
