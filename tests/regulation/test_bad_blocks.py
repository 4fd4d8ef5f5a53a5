"""What each block of a rule file may not say: a sentence, at its place."""

import time
from itertools import pairwise

import pytest
from flask import Flask

from core.pages.words import init_words
from regulation.files.reading import parsed, read_rule_set, rule_set_of
from regulation.files.table import RuleFileError
from tests.regulation import guide

FUND = "schemes.fonds"
CAP = f'[{FUND}.caps.x]\ntitle = "X"\n'
AMOUNT = f"[[{FUND}.amounts]]\n"
A = f"{FUND}.amounts[1]"
INCOME = '[conditions.i]\nkind = "income"\nper = "year"\n'
FIXED = '[conditions.i.ceiling]\nkind = "fixed"\namount = 5\n'
SERIES = '[series.s]\ntitle = "S"\n'
BY_INDEX = f'limit = 5\nindex = {{ series = "s", base_year = 2024 }}\n{SERIES}'
QUESTION = '[questions.q]\nwords = "Hoeveel?"\n'
CASE = '[[cases]]\nname = "A"\nexpect = { amount = 0 }\n'
STATUS = '[conditions.a]\nkind = "status"\nany_of = ["leefloon"]\n'


def refused(fragment: str) -> RuleFileError:
    """A fragment in the small file of the guide, without its examples."""
    small = {key: value for key, value in parsed(guide.frame()).items() if key != "cases"}
    with pytest.raises(RuleFileError) as error:
        rule_set_of(guide.merged(small, parsed(fragment)))
    assert str(error.value.message).endswith((".", "?"))
    return error.value


CONDITIONS = [
    ('[conditions."a b"]\nkind = "resident"', "conditions.a b"),
    (f'[conditions.{"a" * 41}]\nkind = "resident"', f"conditions.{'a' * 41}"),
    ('[conditions]\na = "resident"', "conditions.a"),
    ("[conditions.a]\nmonths = 3", "conditions.a.kind"),
    ('[conditions.a]\nkind = "resident"\nmonths = -1', "conditions.a.months"),
    ('[conditions.a]\nkind = "resident"\nmonths = 601', "conditions.a.months"),
    ('[conditions.a]\nkind = "resident"\nany_of = ["child"]', "conditions.a.any_of"),
    ('[conditions.a]\nkind = "role"\nany_of = ["kid"]', "conditions.a.any_of"),
    ('[conditions.a]\nkind = "status"\nany_of = ["leefloon"]\nwhose = "mine"', "conditions.a.whose"),
    ('[conditions.a]\nkind = "age"', "conditions.a.years"),
    ('[conditions.a]\nkind = "age"\nlt = 18', "conditions.a.years"),
    ('[conditions.a]\nkind = "age"\nyears = { gt = 17, lt = 18 }', "conditions.a.years"),
    ('[conditions.a]\nkind = "age"\nyears = { lt = 0 }', "conditions.a.years"),
    ('[conditions.a]\nkind = "age"\nyears = 18', "conditions.a.years"),
    ('[conditions.a]\nkind = "age"\nyears = { lt = 18 }\nyear_starts = { month = 9, day = 1 }',
     "conditions.a.year_starts"),
    ('[conditions.a]\nkind = "age"\nyears = { lt = 18 }\non = "birthday"', "conditions.a.on"),
    ('[conditions.a]\nkind = "member"\nyears = { lt = 18 }\ncount = 0', "conditions.a.count"),
    ('[conditions.a]\nkind = "judged"', "conditions.a.words"),
    ('[conditions.a]\nkind = "all_of"\nof = []', "conditions.a.of"),
    ('[conditions.a]\nkind = "all_of"\nof = ["a"]', "conditions.a"),
    ('[conditions.a]\nkind = "none_of"\nof = ["b"]', "conditions.a.of"),
    ('[conditions.a]\nkind = "waiting"\nmonths = 3', "conditions.a.since_status"),
    ('[conditions.a]\nkind = "waiting"\nmonths = 3\nsince_question = "q"', "conditions.a.since_question"),
    ('[conditions.a]\nkind = "first_time"\nschemes = ["x"]', "conditions.a.schemes"),
    (f'{QUESTION}kind = "number"\n[conditions.a]\nkind = "answer"\nquestion = "q"', "conditions.a.question"),
    (f'{QUESTION}kind = "yes_no"\n[conditions.a]\nkind = "number"\nquestion = "q"\nvalue = {{ lt = 5 }}',
     "conditions.a.question"),
    (f'{QUESTION}kind = "euro"\n[conditions.a]\nkind = "waiting"\nmonths = 1\nsince_question = "q"',
     "conditions.a.since_question"),
    ('[questions.q]\nkind = "number"', "questions.q.words"),
    (f'{QUESTION}kind = "text"', "questions.q.kind"),
]  # fmt: skip
MEANS = [
    (INCOME, "conditions.i.ceiling"),
    (f'{INCOME}ceiling = {{ kind = "fixed" }}', "conditions.i.ceiling.amount"),
    (f'{INCOME}ceiling = {{ kind = "some" }}', "conditions.i.ceiling.kind"),
    (f"{INCOME}excludes = ['salary']\n{FIXED}", "conditions.i.excludes"),
    (f"{INCOME}reference_years_before = 9\n{FIXED}", "conditions.i.reference_years_before"),
    (f"{INCOME}current_if_changed = true\n{FIXED}", "conditions.i.current_if_changed"),
    (f'{INCOME}ceiling = {{ kind = "percent_of_series", series = "s", percent = 110 }}',
     "conditions.i.ceiling.series"),
    (f'{INCOME}ceiling = {{ kind = "table", series = "s" }}\n'
     f"{SERIES}figures = [{{ from = 2026-01-01, alone = 5 }}]", "conditions.i.ceiling.series"),
    (f'{INCOME}ceiling = {{ kind = "percent_of_series", series = "s", percent = 100 }}\n'
     f"{SERIES}figures = [{{ from = 2026-01-01, value = 5 }}]", "conditions.i.ceiling.series"),
    (SERIES, "series.s.figures"),
    (f"{SERIES}figures = [{{ value = 5 }}]", "series.s.figures[1].from"),
    (f"{SERIES}figures = [{{ from = 2026-01-01 }}]", "series.s.figures[1]"),
    (f"{SERIES}figures = [{{ from = 2026-01-01, single = 5 }}]", "series.s.figures[1].single"),
    (f"{SERIES}figures = [{{ from = 2026-01-01, 31 = 5 }}]", "series.s.figures[1].31"),
    (f"{SERIES}figures = [{{ from = 2026-01-01, value = 1 }}, {{ from = 2026-01-01, value = 2 }}]",
     "series.s.figures"),
]  # fmt: skip
AMOUNTS = [
    (f"[{FUND}]\namounts = []", f"{FUND}.amounts"),
    (f"[{FUND}]\namounts = 90", f"{FUND}.amounts"),
    (f'{AMOUNT}kind = "own_share"', f"{A}.own"),
    (f'{AMOUNT}kind = "own_share"\nown = -5', f"{A}.own"),
    (f'{AMOUNT}kind = "per_unit"\namount = 5', f"{A}.unit"),
    (f'{AMOUNT}kind = "per_unit"\namount = 5\nunit = "minute"', f"{A}.unit"),
    (f'{AMOUNT}kind = "lump"\namount = 5\npercent = 5', f"{A}.percent"),
    (f'{AMOUNT}kind = "percent"\npercent = 100.0001', f"{A}.percent"),
    (f'{AMOUNT}kind = "percent"\npercent = 50\nmost_per = "ticket"', f"{A}.most_per"),
    (f'{AMOUNT}kind = "percent"\npercent = 50\ndeviation = "higher"', f"{A}.deviation"),
    (f'{AMOUNT}kind = "split"\nclient = 20\nprovider = 40\nnetwork = 41', f"{A}.client"),
    (f'{AMOUNT}kind = "split"\nclient = 60\nprovider = 40', f"{A}.client"),
    (f'{AMOUNT}kind = "split"', f"{FUND}.amounts"),
    (f'{AMOUNT}kind = "split"\nwaived = "nobody"', f"{A}.waived"),
    (f'{AMOUNT}kind = "percent"\npercent = 50\nwhen.age = {{ lt = 18 }}', f"{FUND}.amounts"),
    (f'{AMOUNT}kind = "percent"\npercent = 50\nwhen.conditions = ["a"]', f"{A}.when.conditions"),
    (f'{AMOUNT}kind = "percent"\npercent = 50\nwhen.strands = ["a"]', f"{A}.when.strands"),
    (f'{AMOUNT}kind = "percent"\npercent = 50\nwhen.categories = ["camp"]\nwhen.except_categories = ["camp"]',
     f"{A}.when"),
    (f'[{FUND}]\nchoose = "last"', f"{FUND}.choose"),
    (f'[{FUND}]\nround = "cent_down"', f"{FUND}.round"),
    (f"[{FUND}.minimum]\nof = 'net'", f"{FUND}.minimum.amount"),
]  # fmt: skip
LIMITS = [
    (f"{CAP}limit = 5\nparents_room_of = 'y'", f"{FUND}.caps.x.parents_room_of"),
    (f"{CAP}limit = 5\nparents_room_of = 'x'", f"{FUND}.caps.x.parents_room_of"),
    (f"{CAP}count = 0", f"{FUND}.caps.x.count"),
    (f"{CAP}limit = 5\ncount_of = 'pieces'", f"{FUND}.caps.x.count_of"),
    (f"{CAP}limit = 5\nonly_theirs = true\nwhen.roles = ['child']", f"{FUND}.caps.x.only_theirs"),
    (f"{CAP}limit = 5\nonly_theirs = true\nper = 'household'", f"{FUND}.caps.x.only_theirs"),
    (f"[{FUND}.deadline]\ndays_before = 0", f"{FUND}.deadline.days_before"),
    (f"[{FUND}.deadline]\ndays_before = 5\nwithin_days = 5", f"{FUND}.deadline"),
    (f"{CAP}limit = 5\nperiod = 'year_from'", f"{FUND}.caps.x.starts"),
    (f"{CAP}limit = 5\nstarts = {{ month = 9, day = 1 }}", f"{FUND}.caps.x.starts"),
    (f"{CAP}limit = 5\nperiod = 'year_from'\nstarts = {{ month = 2, day = 29 }}",
     f"{FUND}.caps.x.starts.day"),
    (f"{CAP}limit = 5\nperiod = 'year_from'\nstarts = {{ month = 9 }}", f"{FUND}.caps.x.starts"),
    (f"{CAP}limit = 5\ncounts = ['sport']", f"{FUND}.caps.x.counts"),
    (f"{CAP}limit = 5\nwhen.categories = ['opera']", f"{FUND}.caps.x.when.categories"),
    (f"{CAP}{BY_INDEX}figures = [{{ from = 2025-01-01, value = 5 }}]",
     f"{FUND}.caps.x.index.base_year"),
    (f"{CAP}count = 1\nindex = {{ series = 's', base_year = 2024 }}\n{SERIES}open = '?'",
     f"{FUND}.caps.x.index"),
    (f"{CAP}limit = 5\nper = 'family'", f"{FUND}.caps.x.per"),
    ("[[schemes.fonds.caps]]\ntitle = 'X'\nlimit = 5", f"{FUND}.caps"),
    (f"[{FUND}.cover]\nexcept_parts = ['beer']", f"{FUND}.cover.except_parts"),
    (f"[{FUND}.cover]\nlasting = true", f"{FUND}.cover.lasting"),
    (f"[{FUND}.cover]\noutside_town = false", f"{FUND}.cover.outside_town"),
    (f"[[{FUND}.cover]]\ncategories = ['camp']\n[[{FUND}.cover]]\nrecognised = 'yes'",
     f"{FUND}.cover[2].recognised"),
    (f"[{FUND}.window]", f"{FUND}.window"),
    (f"[{FUND}.window]\nfrom = 2026-02-01\nuntil = 2026-01-31", f"{FUND}.window.until"),
    (f"[{FUND}.window]\nfrom = 2026-02-01\nyear_starts = {{ month = 9, day = 1 }}",
     f"{FUND}.window.year_starts"),
    (f"[{FUND}.deadline]", f"{FUND}.deadline"),
    (f"[{FUND}.deadline]\nmonth = 1\nday = 15\nwithin_days = 30", f"{FUND}.deadline"),
    (f"[{FUND}.deadline]\nwithin_months = 3\nyears_later = 1", f"{FUND}.deadline.years_later"),
    (f"[{FUND}.deadline]\non = 2026-13-01", "line 2"),
    (f"[{FUND}.deadline]\nwithin_days = 30\ncounts_from = 'today'", f"{FUND}.deadline.counts_from"),
    (f"[{FUND}.exclusive]", f"{FUND}.exclusive"),
    (f"[{FUND}.exclusive]\nschemes = ['x']", f"{FUND}.exclusive.schemes"),
    (f"[{FUND}.exclusive]\npayers = ['bank']", f"{FUND}.exclusive.payers"),
    (f"[{FUND}.budget]\npriority = ['x']", f"{FUND}.budget.priority"),
    (f"[[{FUND}.budget.pots]]\namount = 5", f"{FUND}.budget.pots[1].title"),
    (f"[[{FUND}.evidence]]\nshows = ['cost']", f"{FUND}.evidence[1].any_of"),
    (f"[[{FUND}.decide]]\nbody = 'bcsd'\nwhen.amount = {{ gt = 5, lte = 5 }}",
     f"{FUND}.decide[1].when.amount"),
    (f"[{FUND}.basis]", f"{FUND}.basis.rests_on"),
    (f"[{FUND}.basis]\ncounter_up_to = 50", f"{FUND}.basis.counter_up_to"),
    (f"[{FUND}.basis]\nrests_on = 'individual_aid'\ncounter_up_to = 50",
     f"{FUND}.basis.counter_up_to"),
    (f"[{FUND}.basis]\nrests_on = 'individual_aid'\ndeviation_body = 'head_of_service'",
     f"{FUND}.basis.deviation_body"),
    (f"[{FUND}.basis]\nrests_on = 'individual_aid'\n[[{FUND}.decide]]\nbody = 'head_of_service'",
     f"{FUND}.decide[1].body"),
    (f"[{FUND}.basis]\nrests_on = 'council_rule'\n[[{FUND}.decide]]\nbody = 'subcommittee'",
     f"{FUND}.decide[1].body"),
    (f"[{FUND}.basis]\nregisters_free_discounts = true",
     f"{FUND}.basis.registers_free_discounts"),
    (f"[{FUND}.time_limits]", f"{FUND}.time_limits.decide_days"),
    (f"[{FUND}.basis]\nrests_on = 'individual_aid'\n[{FUND}.time_limits]\ndecide_days = 31",
     f"{FUND}.time_limits.decide_days"),
    (f"[{FUND}.basis]\nrests_on = 'individual_aid'\n[{FUND}.time_limits]\nappeal_months = 2",
     f"{FUND}.time_limits.appeal_months"),
    (f"[{FUND}.basis]\nrests_on = 'individual_aid'\n[{FUND}.time_limits]\nappeal_to = 'town'",
     f"{FUND}.time_limits.appeal_to"),
    (f"[{FUND}.pay]\nto = ['bank']", f"{FUND}.pay.to"),
    (f"[{FUND}.pay]\nto = ['client']\nbatches = [{{ asked_until = {{ month = 6, day = 30 }} }}]",
     f"{FUND}.pay.batches[1].paid_until"),
    (f"[{FUND}]\npayer = 'bank'", f"{FUND}.payer"),
    (f"[{FUND}]\ndates_by = 'today'", f"{FUND}.dates_by"),
    ("[council]\nnumber = '1'", "council.decided"),
    ("[terms.statuses]\nsteun = 'help'", "terms.statuses.steun"),
    ("[terms.statuses]\nsteun = []", "terms.statuses.steun"),
    ("[terms]\nstrands = 'one'", "terms.strands"),
    ("[terms.colours]\nred = 'red'", "terms.colours"),
]  # fmt: skip
CASES = [
    (f"{CASE}[case_facts]\ncolour = 1", "cases[1].facts.colour"),
    ("case_facts = 3", "case_facts"),
    (f"{CASE}facts = 3", "cases[1].facts"),
    (f"{CASE}facts = {{ judged_yes = ['x'] }}", "cases[1].facts.judged_yes"),
    (f"{CASE}facts = {{ answers = {{ x = 1 }} }}", "cases[1].facts.answers.x"),
    (f"{CASE}facts = {{ statuses_since = {{ x = 2026-01-01 }} }}", "cases[1].facts.statuses_since.x"),
    (f"{CASE}facts = {{ other_payers = {{ bank = 5 }} }}", "cases[1].facts.other_payers.bank"),
    (f"{CASE}facts = {{ cost = 5, items = [{{ amount = 4 }}] }}", "cases[1].facts.items"),
    (f"{CASE}facts = {{ dependants = 31 }}", "cases[1].facts.dependants"),
    (f"{CASE}facts = {{ members = [{{ agee = 4 }}] }}", "cases[1].facts.members[1].agee"),
    (f"{CASE}facts = {{ budget = {{ available = 5 }} }}", "cases[1].facts.budget"),
    (f"{CASE}history = [{{ granted = 5 }}]", "cases[1].history[1].cost_on"),
    (f"{CASE}history = [{{ granted = 5, cost_on = 2026-01-01, bookings = [{{ cap = 'x' }}] }}]",
     "cases[1].history[1].bookings[1].cap"),
    ('[[cases]]\nname = "A"', "cases[1].expect"),
    ('[[cases]]\nname = "A"\nexpect = {}', "cases[1].expect"),
    ('[[cases]]\nname = "A"\nexpect = { missing = ["price"] }', "cases[1].expect.missing"),
    ('[[cases]]\nname = "A"\nexpect = { body = "mayor" }', "cases[1].expect.body"),
]  # fmt: skip


@pytest.mark.parametrize(("fragment", "place"), [*CONDITIONS, *MEANS, *AMOUNTS, *LIMITS, *CASES])
def test_a_wrong_block_is_refused_at_its_place(fragment: str, place: str) -> None:
    assert str(refused(fragment).place) == place


def test_an_open_series_may_stand_for_figures_that_the_text_does_not_print() -> None:
    text = f"{guide.frame()}\n{CAP}{BY_INDEX}open = 'Niet gedrukt.'\n"
    assert read_rule_set(text).series["s"].figures == ()


def test_conditions_that_would_be_judged_thousands_of_times_are_refused_at_once() -> None:
    """Five conditions of five others each, six deep: 15,625 parts when written out."""
    names = [[f"c{level}_{number}" for number in range(5)] for level in range(7)]
    groups = [
        f"[conditions.{name}]\nkind = 'any_of'\nof = {below}\n"
        for level, below in pairwise(names)
        for name in level
    ]
    last = [f"[conditions.{name}]\nkind = 'resident'\n" for name in names[-1]]
    began = time.process_time()
    assert str(refused("".join((*groups, *last))).place).startswith("conditions.c")
    assert time.process_time() - began < 1


def test_the_dutch_word_of_a_code_leads_to_the_code() -> None:
    """Who writes what stands on the screen is told the code behind it."""
    app = Flask(__name__)
    init_words(app)
    with app.app_context():
        error = refused(STATUS.replace("leefloon", "verhoogde tegemoetkoming"))
        assert "Schrijf: increased_reimbursement." in str(error.message)
        error = refused("[terms.categories]\nles = 'kunstlessen'")
        assert "Schrijf: lesson_art." in str(error.message)


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("single", "is geen kolom. Schrijf alone, cohabiting, each, value, with_family, of een"),
        ("31", "of een aantal personen ten laste (0 tot 30)."),
        ("alonne", "Bedoelt u “alone”?"),
        ("samenwonend", "Bedoelt u “cohabiting”?"),
    ],
)
def test_a_column_that_no_series_has_is_told_in_one_breath(
    dutch: None, column: str, words: str
) -> None:
    error = refused(f"{SERIES}figures = [{{ from = 2026-01-01, {column} = 5 }}]")
    assert words in str(error)
    assert len(str(error)) < 170


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("format = 1\nfrom = 01/02/2026", "line 2", "from = 01/02/2026"),
        ("format = 1\nlimit = 12,50", "line 2", "limit = 12,50"),
        ('format = 1\ntitle = "Open', "line 2", 'title = "Open'),
        ("format = 1\n\non = 2026-02-30", "line 3", "does not exist"),
        ("format = 1\nformat = 1", "line 2", "twice"),
        ("[a]\n[a]", "line 2", "twice"),
        ("a = { b = 1, b = 2 }", "line 1", "twice"),
        ("a = 1\n[a.b]", "line 2", "twice"),
        ("a = 1e9999999999999999999999", "", "too long"),
        (f"a = {'9' * 5000}", "", "too long"),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(text: str, place: str, words: str) -> None:
    with pytest.raises(RuleFileError) as error:
        read_rule_set(text)
    assert (str(error.value.place), words in str(error.value.message)) == (place, True)


def test_a_name_as_long_as_a_book_does_not_fill_the_screen() -> None:
    assert len(str(refused(f"{'x' * 500_000} = 1"))) < 1_000
    assert len(str(refused(f"[conditions.{'x' * 500_000}]\nkind = 'resident'"))) < 1_000
    assert len(str(refused(f"[{FUND}]\neligible = '{'x' * 500_000}'"))) < 1_000
