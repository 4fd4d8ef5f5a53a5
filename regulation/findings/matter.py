"""What lies before the judge of the regulation room: one request, its scheme, its history. It judges nothing."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.rules import Scheme, Series


@dataclass(frozen=True)
class Matter:
    """One request, on the date that its scheme judges by."""

    scheme: Scheme
    facts: Facts
    judged_on: dt.date
    history: Sequence[Claim] = ()
    series: Mapping[str, Series] = field(default_factory=dict)
