"""The example rule with more conditions than a file can answer, for tests of what the form asks."""

from __future__ import annotations

from tests.requests.towns import FOLDER, dated

MORE = """
[questions.spaargeld]
kind = "euro"
words = "Hoeveel spaargeld is er?"

[questions.pas]
kind = "yes_no"
words = "Is er een vrijetijdspas?"

[conditions.inkomen]
kind = "income"
per = "month"
deducts = ["rent"]
article = "wie"

[conditions.inkomen.ceiling]
kind = "per_dependant"
base = 1500
each = 250

[conditions.weinig_spaargeld]
kind = "number"
question = "spaargeld"
value = { lte = 5000 }

[conditions.pas]
kind = "answer"
question = "pas"

[conditions.arm_genoeg]
kind = "all_of"
of = ["inkomen", "weinig_spaargeld"]

[conditions.pas_of_arm]
kind = "any_of"
of = ["pas", "arm_genoeg"]

[conditions.onderzoek]
kind = "judged"
article = "wie"
words = "Uit het sociaal onderzoek blijkt dat het nodig is."

[conditions.recht]
kind = "all_of"
of = ["statuut", "{condition}"]
"""


def rule(condition: str) -> str:
    """Who has a status must also meet this condition; in version 2, without worked examples."""
    text = (FOLDER / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
    text = dated(text.partition("[case_facts]")[0])
    text = text.replace("version = 1", "version = 2", 1)
    text = text.replace('eligible = "statuut"', 'eligible = "recht"', 1)
    head, mark, rest = text.partition("[schemes.cultuurfonds]")
    return head + MORE.replace("{condition}", condition) + "\n" + mark + rest
