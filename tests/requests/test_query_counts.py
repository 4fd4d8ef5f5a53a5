"""How often each page asks the database: pinned, and the same with 10 and with 1,000 requests."""

from __future__ import annotations

import pytest

from tests.counting import queries_of
from tests.requests.steps import HTMX, filled


def asked_by(app, many, call):
    """What `call` asks with 10 requests, after the same with 1,000 was seen to be as many."""
    seen = []
    for count in (10, 1000):
        many(count)
        ready = call()
        with queries_of(app) as statements:
            assert ready().status_code in {200, 303}
        seen.append(statements)
    assert len(seen[0]) == len(seen[1]), "\n".join(seen[1])
    return seen[0]


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/requests", 11),
        ("/requests?who=team", 12),
        ("/requests?state=decided&category=camp&since=1/1/2026", 10),
        ("/requests?state=look_back", 10),
        ("/clients/{noor}/requests", 10),
        ("/filings/new?client={noor}", 15),
        ("/requests/1", 16),
        ("/filings/1/receipt", 9),
    ],
)
def test_a_page(sign_in, world, app, many, address, most):
    an, address = sign_in("an"), address.format(noor=world.clients["noor"])
    statements = asked_by(app, many, lambda: lambda: an.get(address))
    assert len(statements) == most, "\n".join(statements)


@pytest.mark.parametrize(("address", "most"), [("/filings/assess", 12), ("/filings", 37)])
def test_the_form_that_is_sent(sign_in, world, app, many, address, most):
    an = sign_in("an")

    def ready():
        fields = filled(an, world)
        headers = HTMX if address.endswith("assess") else {}
        return lambda: an.post(address, data=fields, headers=headers)

    statements = asked_by(app, many, ready)
    assert len(statements) == most, "\n".join(statements)
