"""Whether a request is in time, judged purely in the regulation room."""

import datetime as dt

from regulation.findings.assessment import Kind
from regulation.findings.findings import YES, Finding, all_of, ask, no
from regulation.findings.matter import Matter


def in_time(matter: Matter) -> Finding:
    """Does the date lie in the window, and was it asked by the last day?"""
    return all_of((_in_window(matter), _before_the_deadline(matter)))


def latest_on(matter: Matter) -> dt.date | None:
    """The last day to ask for this cost; None without one, or without the date it counts from."""
    deadline = matter.scheme.deadline
    if deadline is None:
        return None
    counts_from = deadline.counts_from or matter.scheme.dates_by
    from_on = matter.facts.on(counts_from)
    return deadline.latest_on(from_on) if from_on else None


def _in_window(matter: Matter) -> Finding:
    window = matter.scheme.window
    if window is None:
        return YES
    holds = window.holds(matter.judged_on, matter.facts.requested_on)
    if holds is None:
        return ask("requested_on")
    return YES if holds else no(Kind.OUT_OF_WINDOW, window, on=matter.judged_on.isoformat())


def _before_the_deadline(matter: Matter) -> Finding:
    deadline = matter.scheme.deadline
    if deadline is None:
        return YES
    counts_from = deadline.counts_from or matter.scheme.dates_by
    if matter.facts.on(counts_from) is None:
        return YES if deadline.open else ask(counts_from.fact)
    last = latest_on(matter)
    if last is None:
        return YES
    if matter.facts.requested_on is None:
        return ask("requested_on")
    late = matter.facts.requested_on > last
    return no(Kind.TOO_LATE, deadline, latest_on=last.isoformat()) if late else YES
