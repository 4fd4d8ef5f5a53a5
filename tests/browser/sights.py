"""Every page and state that somebody can meet: whose it is, and how the browser gets there.

The pictures and test_sights.py walk this one list.
"""

from __future__ import annotations

from tests.browser import (
    amending,
    asking,
    deciding,
    first_hour,
    left,
    papers,
    people_pages,
    referral_pages,
    rule_drafts,
    several,
)
from tests.browser.desk import NOBODY
from tests.browser.sight import Sight, opened, searched, sent, slip
from tests.browser.trials import (
    OTHER_VERSION,
    trial_done,
    trial_failed,
    trial_few,
    trial_of_nothing,
    trial_running,
    trials,
)
from tests.browser.ways import (
    bad_token,
    conflict,
    decided_just_now,
    drafts,
    ended,
    form_as_discount,
    form_filled,
    form_kept,
    form_unfolded,
    handed_over,
    members,
    offer_narrowed,
    person_conflict,
    planned,
    search_suggestions,
    session_warning,
    suggestions,
    trouble,
    twins,
)

LONG = "UPDATE client SET given_name = 'Maximiliaan-Alexander', family_name ="
LONG += " 'Vanden Bosch-Verhaegen van Steenbergen-Dąbrowski'"
OURS = "UPDATE request SET team_id = (SELECT id FROM team WHERE name = 'Noord')"
PLANS = "INSERT INTO setting (key, value, changed_at) VALUES"
PLANS += " ('assistance_plan', 'true', '2026-11-20 10:00:00.000000')"
NONE_OPEN = "UPDATE request SET status = 'withdrawn' WHERE status IN ('submitted', 'waiting')"


def next_rule(old: str = "", new: str = "") -> str:
    """The rule in force, brought in as a second version for next year, with other words in it."""
    text = "replace(source_toml, 'version = 1', 'version = 2')"
    for before, after in (("from = 2020-01-01", "from = 2027-01-01"), (old, new)):
        text = f"replace({text}, '{before}', '{after}')" if before else text
    return (
        "INSERT INTO rule_version (rule_id, version, title, origin, valid_from, source_toml, sha256,"
        " brought_in_at, council_number)"
        f" SELECT rule_id, 2, title, origin, '2027-01-01', {text}, 'next' || '{new}', brought_in_at, ''"
        " FROM rule_version"
    )


NEXT_RULE = next_rule()
FAILING_RULE = next_rule("percent = 90", "percent = 80")
DROPPING_RULE = next_rule(
    'except = ["school_trip"]', 'except = ["school_trip", "swimming", "camp"]'
)

SIGHTS = (
    Sight("sign-in", NOBODY, "/sign-in"),
    Sight(
        "sign-in-wrong", NOBODY, sent("/sign-in", "form.card button", username="an", passphrase="x")
    ),
    Sight("sign-in-empty", NOBODY, sent("/sign-in", "form.card button")),
    Sight("ended", "an", ended),
    Sight("session-warning", "an", session_warning),
    Sight("worklist", "bert", "/worklist"),
    Sight("worklist-all", "bert", "/worklist?state=all"),
    Sight("worklist-waiting", "bert", "/worklist?state=waiting"),
    Sight("worklist-empty", "bert", "/worklist", NONE_OPEN),
    Sight("worklist-long", "bert", "/worklist?state=all", LONG),
    Sight("decide", "bert", "/worklist/{open}"),
    Sight("decide-discount", "bert", "/worklist/{discount}"),
    Sight("decide-waiting", "bert", "/worklist/{waiting}"),
    Sight("decide-head", "hilde", "/worklist/{open}"),
    Sight("decide-amount", "bert", opened("/worklist/{open}", "#other-amount summary")),
    Sight("decide-amount-wrong", "bert", slip("/worklist/{open}", "a")),
    Sight("decide-ask-wrong", "bert", slip("/worklist/{open}", "v")),
    Sight("decide-refuse-wrong", "bert", slip("/worklist/{open}", "w")),
    Sight("decide-conflict", "bert", conflict),
    Sight("decided-just-now", "bert", decided_just_now),
    Sight("decided-one", "bert", "/worklist/{undoable}"),
    Sight("decided-refused", "bert", "/worklist/{refused}"),
    Sight("decided", "bert", "/decided"),
    Sight("decided-mine", "bert", "/decided?by=me"),
    Sight("requests", "an", "/requests"),
    Sight("requests-decided", "an", "/requests?state=decided&who=team"),
    Sight("requests-filter-wrong", "an", "/requests?who=team&category=camp&since=x"),
    Sight("requests-empty", "an", "/requests", NONE_OPEN),
    Sight("requests-no-drafts", "an", "/requests?state=drafts"),
    Sight("requests-drafts", "an", drafts),
    Sight("requests-long", "an", "/requests?state=decided", LONG),
    Sight("requests-of-household", "an", "/clients/{client}/requests"),
    Sight("request-open", "an", "/requests/{open}", OURS),
    Sight("request-waiting", "an", "/requests/{waiting}", OURS),
    Sight("request-answer-wrong", "an", sent("/requests/{waiting}", "#send-answer"), OURS),
    Sight("request-granted", "an", "/requests/{granted}", OURS),
    Sight("request-look-back", "an", "/requests/{granted}", f"{OURS}, look_back_on = '2026-11-20'"),
    Sight("client-plan", "an", planned, PLANS),
    Sight("request-partly", "an", "/requests/{partly}", OURS),
    Sight("request-refused", "an", "/requests/{refused}", OURS),
    Sight("request-withdrawn", "an", "/requests/{withdrawn}", OURS),
    Sight("request-freed", "an", "/requests/{freed}", OURS),
    Sight("request-proof", "an", "/requests/{proof}", OURS),
    Sight("for-whom", "an", "/filings/new"),
    Sight("form", "an", "/filings/new?client={client}"),
    Sight("form-suggestions", "an", suggestions),
    Sight("form-filled", "an", form_filled),
    Sight("form-discount", "an", form_as_discount),
    Sight("form-kept", "an", form_kept),
    Sight("form-unfolded", "an", form_unfolded),
    *(Sight(name, "an", way) for name, way in asking.STATES),
    Sight("form-wrong", "an", sent("/filings/new?client={client}", "#submit", cost="1.234.5")),
    Sight("form-long", "an", "/filings/new?client={client}", LONG),
    Sight("form-trouble", "an", trouble),
    *(Sight(name, "an", way) for name, way in several.STATES),
    Sight("receipt", "an", "/filings/{filing}/receipt", OURS),
    Sight("proof-revoked", "an", "/proofs/{revoked}", OURS),
    Sight("proof", "an", "/proofs/{proof}", OURS),
    Sight("client", "an", "/clients/{client}"),
    Sight("client-long", "an", "/clients/{client}", LONG),
    *(Sight(name, "an", way) for name, way in left.STATES),
    Sight("client-correct", "an", "/clients/{client}/edit"),
    Sight(
        "client-correct-wrong", "an", sent("/clients/{client}/edit", given_name="", birth_on="x")
    ),
    Sight("client-address", "an", "/clients/{client}/address"),
    Sight("client-status", "an", "/clients/{client}/statuses/new"),
    Sight("client-status-end", "an", "/clients/{client}/statuses/{status}/end"),
    Sight("client-member", "an", "/clients/{client}/members/new"),
    Sight("client-member-wrong", "an", sent("/clients/{client}/members/new")),
    Sight("client-worker", "an", "/clients/{client}/worker"),
    Sight("new-client", "an", "/clients/new"),
    Sight("new-client-wrong", "an", sent("/clients/new", birth_on="31/02/2020")),
    Sight("new-client-twins", "an", twins),
    Sight("new-client-members", "an", members),
    Sight("search-found", "an", searched("benali")),
    Sight("search-nothing", "an", searched("xyzzy")),
    Sight("search-suggestions", "an", search_suggestions),
    Sight("offer", "an", "/offer"),
    Sight("offer-nothing", "an", "/offer?words=xyzzy"),
    Sight("offer-narrowed", "an", offer_narrowed),
    Sight("offer-sheet", "an", "/offer/sheet?age=8"),
    Sight("suggest-wrong", "an", sent("/offer/suggestions/new")),
    Sight("suggestions", "carla", "/offer/suggestions"),
    Sight("suggestion-adopt", "carla", "/offer/suggestions/1/adopt"),
    Sight("providers", "an", "/offer/providers"),
    Sight("provider", "bea", "/offer/providers/{provider}"),
    Sight("provider-new", "bea", "/offer/providers/new"),
    Sight("provider-new-wrong", "bea", sent("/offer/providers/new")),
    Sight("activity", "bea", "/offer/activities/{activity}/edit"),
    Sight("agreement-wrong", "bea", sent("/offer/providers/{provider}/agreements/new")),
    Sight("regulation", "an", "/regulation"),
    Sight("versions", "hilde", "/regulation/versions", NEXT_RULE),
    Sight("versions-read", "an", "/regulation/versions"),
    Sight("published", "hilde", "/regulation/published"),
    Sight("published-rule", "an", "/regulation/published/izegem"),
    Sight("published-income", "an", "/regulation/published/landen"),
    Sight("version-text", "an", "/regulation/versions/{rule}/text"),
    Sight("version-in-force", "an", "/regulation/versions/{rule}"),
    Sight("version-next", "hilde", "/regulation/versions/{next_rule}", NEXT_RULE),
    Sight("version-fails", "hilde", "/regulation/versions/{next_rule}", FAILING_RULE),
    Sight("version-unfolded", "bea", opened("/regulation/versions/{rule}", "#right summary")),
    Sight("version-new", "hilde", "/regulation/versions/new"),
    Sight("version-new-wrong", "hilde", sent("/regulation/versions/new", text="format = 2")),
    Sight("version-new-empty-wrong", "bea", sent("/regulation/versions/new")),
    Sight("enact", "hilde", "/regulation/versions/{next_rule}/enact", NEXT_RULE),
    Sight(
        "enact-wrong",
        "hilde",
        sent("/regulation/versions/{next_rule}/enact", from_on="1/1/2026", council_on="morgen"),
        NEXT_RULE,
    ),
    Sight("enact-not-yet", "bea", "/regulation/versions/{next_rule}/enact", FAILING_RULE),
    Sight("enact-lost", "bea", "/regulation/versions/{next_rule}/enact", DROPPING_RULE),
    Sight("trials-none", "hilde", "/regulation/replays"),
    Sight("trials", "hilde", trials, OTHER_VERSION),
    Sight("trial-new", "hilde", "/regulation/replays/new", OTHER_VERSION),
    Sight("trial-new-wrong", "hilde", sent("/regulation/replays/new", from_on="31/02/2025")),
    Sight("trial-running", "hilde", trial_running, OTHER_VERSION),
    Sight("trial-failed", "hilde", trial_failed, OTHER_VERSION),
    Sight("trial-done", "hilde", trial_done, OTHER_VERSION),
    Sight("trial-totals", "bea", trial_done, OTHER_VERSION),
    Sight("trial-few", "bea", trial_few, OTHER_VERSION),
    Sight("trial-new-totals", "bea", "/regulation/replays/new", OTHER_VERSION),
    Sight("trial-of-nothing", "hilde", trial_of_nothing, OTHER_VERSION),
    *(Sight(name, "an", way) for name, way in papers.STATES),
    *(Sight(*state) for state in people_pages.STATES),
    *(Sight(*state) for state in amending.STATES),
    *(Sight(*state) for state in deciding.STATES),
    *(Sight(*state) for state in referral_pages.STATES),
    *(Sight(name, "hilde", way) for name, way in rule_drafts.STATES),
    Sight("draft-new-wrong", "hilde", sent("/regulation/drafts/new", last="29/2")),
    Sight("draft-copy-wrong", "hilde", sent("/regulation/drafts/copy")),
    *(Sight(*state) for state in first_hour.STATES),
    Sight("budgets", "bea", "/budgets"),
    Sight("budgets-read", "bert", "/budgets"),
    Sight("budget-share", "bea", "/budgets/shares/{share}"),
    Sight("budget-share-wrong", "bea", sent("/budgets/shares/{share}", amount="1.234.5")),
    Sight("budget-new-year", "bea", "/budgets/new"),
    Sight("budget-new-source", "bea", sent("/budgets/sources/new")),
    Sight("budget-further-source", "bea", "/budgets/{budget}/sources"),
    Sight("earlier-years", "bea", "/budgets/earlier-years"),
    Sight("earlier-years-read", "hilde", "/budgets/earlier-years"),
    Sight("staff", "bea", "/staff"),
    Sight("staff-new", "bea", "/staff/new"),
    Sight("staff-new-wrong", "bea", sent("/staff/new")),
    Sight("staff-handed-over", "bea", handed_over),
    Sight("person", "bea", "/staff/{person}"),
    Sight("person-conflict", "bea", person_conflict),
    Sight("teams", "bea", "/teams"),
    Sight("team", "bea", "/teams/{team}"),
    Sight("settings", "bea", "/settings"),
    Sight("settings-wrong", "bea", sent("/settings", decision_term_days="x")),
    Sight("access-log", "dirk", "/access-log"),
    Sight("statistics", "carla", "/statistics"),
    Sight("protection", "carla", "/statistics/protection"),
    Sight("account", "an", "/account"),
    Sight("passphrase", "an", "/account/passphrase"),
    Sight("passphrase-wrong", "an", sent("/account/passphrase", old="x", passphrase="kort")),
    Sight("keys", "an", "/keys"),
    Sight("not-there", "an", "/nowhere"),
    Sight("not-there-for-nobody", NOBODY, "/nowhere"),
    Sight("bad-token", "an", bad_token),
    Sight("finance-home", "fien", "/"),
)
