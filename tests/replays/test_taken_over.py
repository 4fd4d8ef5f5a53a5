"""A trial counts what was taken over as granted before anything else."""

from __future__ import annotations

from tests.fund.desk import filed
from tests.replays.desk import TEXT, granted, tried
from tests.takeover.desk import taken_over

GRANTS = "Dossier;Datum;Categorie;Bedrag\n20178;3/2/2026;Jeugdbeweging;70\n"


def test_the_same_rule_gives_the_same_beside_what_was_taken_over(app, sign_in, world):
    taken_over(app, sign_in("hilde"), "grants", GRANTS)
    granted(app, filed(app, world))  # 180 euro, of which 30 is left
    found = tried(app, TEXT)
    assert found["decided"] == 1, found
    assert found["changed"] == 0, found
