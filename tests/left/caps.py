"""The example rule with other caps, in force for the tests of what is left."""

from __future__ import annotations

from flask import Flask

from tests.requests.towns import FOLDER, dated, in_force

FIRST, AFTER = "[schemes.cultuurfonds.caps.kind]", "[[schemes.cultuurfonds.evidence]]"
SPORT = 'when.categories = ["membership_sport", "swimming"]'


def cap(name: str, *lines: str) -> str:
    """One cap of the fund, without words of its own."""
    return "\n".join(
        (f"[schemes.cultuurfonds.caps.{name}]", f'title = "{name}"', 'article = "plafond"', *lines)
    )


def with_caps(app: Flask, *caps: str, more: str = "", dates_by: str = "cost") -> None:
    """Put the example into force with these caps in the place of its own."""
    text = (FOLDER / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
    text = dated(text.partition("[case_facts]")[0]).replace("version = 1", "version = 2", 1)
    before, rest = text.split(FIRST, 1)
    after = rest.split(AFTER, 1)[1]
    head, mark, schemes = before.partition("[schemes.cultuurfonds]")
    schemes = schemes.replace('dates_by = "cost"', f'dates_by = "{dates_by}"', 1)
    in_force(app, head + more + mark + schemes + "\n\n".join(caps) + f"\n\n{AFTER}" + after)
