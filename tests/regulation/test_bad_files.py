"""A rule file that is wrong is refused whole, with the place and what to write instead."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regulation.files.reading import LARGEST_FILE, read_rule_file, read_rule_set
from regulation.files.table import RuleFileError
from tests.portion import few

FOLDER = Path(__file__).parents[2] / "regulation"
GOOD = (FOLDER / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
FUND = "schemes.cultuurfonds"


def refused(text: str) -> RuleFileError:
    with pytest.raises(RuleFileError) as error:
        read_rule_set(text)
    assert str(error.value.message)
    return error.value


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("format = 1", "format = 2", "format"),
        ("version = 1", "version = 0", "version"),
        ("version = 1", "version = '1'", "version"),
        ("version = 1", "", "version"),
        ('origin = "example"', 'origin = "genk"', "origin"),
        ('origin = "example"', 'origins = "example"', "origin"),
        ('title = "Voorbeeldreglement Cultuurfonds"', 'title = ""', "title"),
        ("from = 2020-01-01", "from = '2020-01-01'", "validity.from"),
        ("from = 2020-01-01", "", "validity.from"),
        ("from = 2020-01-01", "from = 2020-01-01\nuntil = 2019-12-31", "validity.until"),
        ("from = 2020-01-01", "from = 0001-01-01", "validity.from"),
        ("percent = 90", "percent = 101", f"{FUND}.amounts[1].percent"),
        ("percent = 90", "percent = -1", f"{FUND}.amounts[1].percent"),
        ("percent = 90", "percent = nan", f"{FUND}.amounts[1].percent"),
        ("percent = 90", "percent = 1e999999999", f"{FUND}.amounts[1].percent"),
        ("percent = 90", "percent = 12.34567", f"{FUND}.amounts[1].percent"),
        ("percent = 90", 'percent = "90"', f"{FUND}.amounts[1].percent"),
        ("percent = 90", "percent = true", f"{FUND}.amounts[1].percent"),
        ("percent = 90", "", f"{FUND}.amounts[1].percent"),
        ("percent = 90", 'percent = 90\nopen = "?"', f"{FUND}.amounts[1]"),
        ("percent = 90", "percent = 90\npercentage = 90", f"{FUND}.amounts[1].percentage"),
        ("limit = 100", "limit = 100.005", f"{FUND}.caps.kind.limit"),
        ("limit = 100", "limit = 10_000_000", f"{FUND}.caps.kind.limit"),
        ("limit = 100", "", f"{FUND}.caps.kind.limit"),
        ("limit = 100", 'limit = 100\nopen = "?"', f"{FUND}.caps.kind.limit"),
        ('per = "person"', 'per = "child"', f"{FUND}.caps.kind.per"),
        ('period = "calendar_year"', 'period = "year"', f"{FUND}.caps.kind.period"),
        ("when.age = { lt = 18 }", "when.age = { lt = 17 }", f"{FUND}.caps"),
        ("when.age = { lt = 18 }", "when.age = { lt = 18, gt = 20 }", f"{FUND}.caps.kind.when.age"),
        ("when.age = { lt = 18 }", "when.age = {}", f"{FUND}.caps.kind.when.age"),
        ("when.age = { lt = 18 }", "when.age = { lt = 18.5 }", f"{FUND}.caps.kind.when.age.lt"),
        ("when.age = { lt = 18 }", "when.ages = { lt = 18 }", f"{FUND}.caps.kind.when.ages"),
        (
            "when.age = { lt = 18 }",
            'when.categories = ["opera"]',
            f"{FUND}.caps.kind.when.categories",
        ),
        ("when.age = { lt = 18 }", "when.categories = []", f"{FUND}.caps.kind.when.categories"),
        ('except = ["school_trip"]', 'except = ["school"]', f"{FUND}.cover.except"),
        (
            'except = ["school_trip"]',
            'except = ["camp"]\ncategories = ["camp"]',
            f"{FUND}.cover",
        ),
        ("month = 1\n", "", f"{FUND}.deadline"),
        ("month = 1\nday = 15", "month = 2\nday = 29", f"{FUND}.deadline.day"),
        ('article = "termijn"', 'article = "art. 7"', f"{FUND}.deadline.article"),
        ('eligible = "statuut"', 'eligible = "status"', f"{FUND}.eligible"),
        ('body = "approver"', 'body = "mayor"', f"{FUND}.decide.body"),
        ('to = ["provider", "client"]', 'to = "provider"', f"{FUND}.pay.to"),
        ('to = "cent_down"', 'to = "half_up"', f"{FUND}.round.to"),
        ('kind = "percent"\npercent = 90', 'kind = "split"', f"{FUND}.amounts"),
        ('kind = "status"', 'kind = "wealth"', "conditions.statuut.kind"),
        ('    "leefloon",\n', '    "bijstand",\n', "conditions.statuut.any_of"),
        ("age = 9, cost = 180", "age = 9, born = 2017-01-01", "cases[1].facts.age"),
        ("age = 9, cost = 180", "age = 9, costs = 180", "cases[1].facts.costs"),
        ("granted = 68,", "granted = 68, open = 3,", "cases[2].history[1]"),
        ('reason = "cap"', 'reason = "because"', None),
        ("network = 40 } }", "network = 41 } }", "cases[14].facts.shares"),
    ],
)
def test_one_wrong_word_is_refused_at_its_place(old: str, new: str, place: str | None) -> None:
    if place is None:
        new, place = 'reason = "because"', "cases[6].expect.reason"
        old = 'reason = "other_payer"'
    assert old in GOOD
    assert refused(GOOD.replace(old, new, 1)).place == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "format = ",
        "format = 1\nformat = 1",
        "format = 1",
        "[" * 5_000,
        "a = 2026-02-30",
        "\x00",
    ],
)
def test_what_is_no_rule_at_all_is_refused(text: str) -> None:
    refused(text)


def test_deep_nesting_is_refused() -> None:
    refused("a = " + "[" * 100_000 + "]" * 100_000)


def test_a_file_above_one_megabyte_is_refused_before_it_is_read() -> None:
    assert refused(GOOD + "#" * LARGEST_FILE).place == ""


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    latin, large = tmp_path / "latin.toml", tmp_path / "large.toml"
    latin.write_bytes(GOOD.replace("cliënt", "cli\xebnt").encode("latin-1"))
    large.write_text("#" * 10_000_000)
    for path in (latin, large, tmp_path / "absent.toml", tmp_path):
        with pytest.raises(RuleFileError):
            read_rule_file(path)


def test_conditions_that_lead_back_to_themselves_are_refused() -> None:
    circle = (
        '[conditions.a]\nkind = "all_of"\nof = ["b"]\n[conditions.b]\nkind = "any_of"\nof = ["a"]\n'
    )
    assert refused(
        GOOD.replace("[schemes.cultuurfonds]", circle + "[schemes.cultuurfonds]", 1)
    ).place == ("conditions.a")


def test_conditions_nested_deeper_than_anyone_follows_are_refused() -> None:
    chain = "".join(f'[conditions.c{n}]\nkind = "all_of"\nof = ["c{n + 1}"]\n' for n in range(20))
    chain += '[conditions.c20]\nkind = "resident"\n'
    refused(GOOD.replace("[schemes.cultuurfonds]", chain + "[schemes.cultuurfonds]", 1))


def test_a_hole_in_the_ages_that_is_marked_open_is_allowed() -> None:
    marked = GOOD.replace("when.age = { lt = 18 }", "when.age = { lt = 17 }", 1).replace(
        "[[schemes.cultuurfonds.evidence]]",
        "[schemes.cultuurfonds.caps.zeventien]\n"
        'title = "Zeventien"\nper = "person"\nperiod = "calendar_year"\n'
        'when.age = { gte = 17, lt = 18 }\nopen = "De tekst zegt niets over 17 jaar."\n'
        "[[schemes.cultuurfonds.evidence]]",
        1,
    )
    assert len(read_rule_set(marked).schemes["cultuurfonds"].caps) == 3


def test_ages_that_may_not_ask_leave_no_hole() -> None:
    young = GOOD.replace('kind = "status"\nany_of', 'kind = "age"\nyears = { lt = 18 }\nany_of', 1)
    start, end = young.index("any_of = ["), young.index('article = "wie"\nwords')
    rule = young[:start] + young[end:]
    without_adults = rule.replace("when.age = { gte = 18 }", "when.age = { gte = 12, lt = 18 }")
    read_rule_set(without_adults)
    refused(without_adults.replace("years = { lt = 18 }", "years = { lt = 19 }", 1))


def test_a_word_that_is_nearly_right_is_recognised() -> None:
    assert "leefloon" in str(refused(GOOD.replace('"leefloon"', '"leeflon"', 1)).message)
    assert "percent" in str(refused(GOOD.replace("percent = 90", "procent = 90", 1)).message)


LINES = GOOD.splitlines()


@settings(max_examples=few(150, 400), derandomize=True, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1)), max_size=4),
    st.text(alphabet='[]{}="#.\n ae1-T:', max_size=12),
    st.integers(0, len(GOOD)),
)
def test_a_damaged_file_is_read_or_refused_but_never_crashes(
    moves: list[tuple[int, int]], noise: str, at: int
) -> None:
    lines = list(LINES)
    for one, other in moves:
        lines[one], lines[other] = lines[other], lines[one]
    text = "\n".join(lines)
    with suppress(RuleFileError):
        assert read_rule_set(text[:at] + noise + text[at:]).schemes
