"""The figure on the form, on the request and on the approver's page are one and the same."""

from __future__ import annotations

import random

from tests.portion import few
from tests.requests.steps import amount, assessed, file_it, filled

CASES = few(12, 40)
CATEGORIES = ("ticket", "camp", "swimming", "kit", "school_trip", "music")


def wish(rng, world):
    cost = rng.choice((1, 333, 999, 4000, 7777, 12_345, 50_000))
    part = rng.choice((0, 0, 1, cost // 3, cost))
    return {
        "client_id": str(world.clients[rng.choice(("noor", "emir", "lena"))]),
        "what": "Iets leuks",
        "activity_id": "",
        "category": rng.choice(CATEGORIES),
        "cost": f"{cost // 100},{cost % 100:02}",
        "part_health_fund": f"{part // 100},{part % 100:02}" if part else "",
        "cost_on": rng.choice(("24/11/2026", "3/1/2026", "31/12/2025", "1/1/2027")),
        "payee": rng.choice(("provider", "client")),
    }


def test_one_figure_everywhere(sign_in, world):
    rng = random.Random(20261124)
    an, bert = sign_in("an"), sign_in("bert")
    for case in range(CASES):
        fields = filled(an, world) | wish(rng, world)
        beside = amount(assessed(an, fields))
        request_id = file_it(an, fields)
        assert amount(an.page(f"/requests/{request_id}")) == beside, (case, fields)
        assert amount(bert.page(f"/worklist/{request_id}")) == beside, (case, fields)
