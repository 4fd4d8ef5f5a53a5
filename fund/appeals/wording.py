"""The words of appeals and complaints: before whom, and what came of it. They decide nothing."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

BODIES: Final[Mapping[str, LazyString]] = {
    "labour_court": _l("labour court"),
    "council_of_state": _l("Council of State"),
    "other": _l("another body"),
}
OUTCOMES: Final[Mapping[str, LazyString]] = {
    "upheld": _l("the decision stands"),
    "changed": _l("the decision is changed"),
    "withdrawn": _l("the appeal was withdrawn"),
    "settled": _l("settled together"),
}
ANSWERS: Final[Mapping[str, LazyString]] = {
    "founded": _l("founded"),
    "partly": _l("partly founded"),
    "unfounded": _l("not founded"),
    "withdrawn": _l("the complaint was withdrawn"),
}
