"""The words of the pages of trials: versions, outcomes, how far it is. It decides nothing."""

from collections.abc import Iterable, Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import show_date
from core.money import show_cents
from core.pages.show import moment
from fund.replays.models import RuleReplay
from fund.replays.tally import OUTSIDE
from fund.wording import OUTCOME_TONES, OUTCOME_WORDS
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED
from regulation.drafts.models import RuleDraft
from regulation.findings.assessment import Outcome
from regulation.judge.telling import QUESTION
from regulation.versions.models import RuleVersion
from regulation.words import FACTS

# The judge's words beside those of decisions: a cap that leaves less is a partial grant.
WORDS: Final[Mapping[str, LazyString]] = {
    Outcome.GRANTED.value: OUTCOME_WORDS[GRANTED],
    Outcome.PARTLY.value: OUTCOME_WORDS[PARTLY_GRANTED],
    Outcome.NOT.value: OUTCOME_WORDS[REFUSED],
    Outcome.JUDGEMENT.value: _l("A person judges this"),
    Outcome.NEEDS.value: _l("Facts are missing"),
    OUTSIDE: _l("Not in this rule"),
}
TONES: Final[Mapping[str, str]] = {
    Outcome.GRANTED.value: OUTCOME_TONES[GRANTED],
    Outcome.PARTLY.value: OUTCOME_TONES[PARTLY_GRANTED],
    Outcome.NOT.value: OUTCOME_TONES[REFUSED],
    Outcome.JUDGEMENT.value: "blue",
    Outcome.NEEDS.value: "amber",
    OUTSIDE: "neutral",
}
STATES: Final[Mapping[str, tuple[LazyString, str]]] = {
    "waiting": (_l("Waits its turn"), "neutral"),
    "running": (_l("Runs"), "blue"),
    "done": (_l("Done"), "green"),
    "failed": (_l("Went wrong"), "red"),
}


def title_of(version: RuleVersion) -> str:
    """Title and number: the name under which a trial is found again."""
    return str(_("%(title)s, version %(version)s", title=version.title, version=version.version))


def title_of_draft(draft: RuleDraft) -> str:
    """A draft has no number yet; when it was changed tells its states apart."""
    changed = moment(draft.changed_at)
    return str(_("%(title)s, draft of %(moment)s", title=draft.title, moment=changed))


def choices(versions: Iterable[RuleVersion]) -> list[tuple[str, str]]:
    """The versions to choose from, each with since when it holds."""
    return [(str(version.id), f"{title_of(version)} ({_held(version)})") for version in versions]


def _held(version: RuleVersion) -> str:
    if version.in_force_at is None:
        return str(_("not in force"))
    if version.valid_from is None:
        return str(_("in force"))
    return str(_("in force from %(day)s", day=show_date(version.valid_from)))


def likely(versions: Iterable[RuleVersion]) -> str | None:
    """The newest version that is not in force: why one comes here."""
    waiting = [version.id for version in versions if version.in_force_at is None]
    return str(max(waiting)) if waiting else None


def period_of(replay: RuleReplay) -> str:
    """01/01/2025 to 31/12/2025."""
    first, last = show_date(replay.from_on), show_date(replay.until_on)
    return str(_("%(first)s to %(last)s", first=first, last=last))


def state_of(replay: RuleReplay) -> tuple[str, str]:
    """Where it stands: word and tone."""
    words, tone = STATES[replay.job.state if replay.job else "waiting"]
    return str(words), tone


def came_out(replay: RuleReplay) -> str:
    """What came out, in a few words for the list."""
    if replay.result is None:
        return ""
    if "few" in replay.result:
        return str(_("too few households"))
    changed, decided = replay.result["changed"], replay.result["decided"]
    return str(_("%(changed)s of %(decided)s otherwise", changed=changed, decided=decided))


def progress_words(replay: RuleReplay) -> str:
    """What is said while one waits."""
    if replay.job is None or replay.job.state == "waiting":
        return str(_("The trial waits its turn."))
    return str(_("The trial runs: %(percent)s %%", percent=replay.job.percent))


def difference(cents: int) -> str:
    """+ € 5,00, − € 5,00 or € 0,00."""
    return f"+ {show_cents(cents)}" if cents > 0 else show_cents(cents)


def fact_words(fact: str, asked: Mapping[str, str]) -> str:
    """A fact in our words, or the question of the rule in its own."""
    return str(FACTS.get(fact) or asked.get(fact.removeprefix(QUESTION), fact))
