"""What the record of a decision holds, in one form only, and its hash. It changes nothing but that hash.

Columns that are written later (undone, revised) and the figures' leaves, which follow a file that is
merged, are not in it.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from core import audit
from core.db import db
from fund.models import Decision
from regulation.versions.models import RuleVersion

# Of records that are sealed now. Those of before keep their own, so that their hash still fits.
FORMAT: Final = 2
SEALED: Final = "decision.sealed"
# As they stand on the decision, by the form of its record.
_FIRST: Final = (
    *("number", "decided_by_id", "body", "capacity", "on_behalf_of_id", "revises_id"),
    *("outcome", "assessed_outcome", "assessed_cents", "granted_cents", "deviates_from"),
    *("reason_code", "article", "reasons", "facts", "lines", "caps", "budget"),
)
COLUMNS: Final[Mapping[int, tuple[str, ...]]] = {
    1: _FIRST,
    2: (*_FIRST, "recovery_cents", "recovery_ground"),
}


def content_of(decision: Decision) -> dict[str, Any]:
    """All that was known and decided, as plain data, from the rows as they are now."""
    version = decision.request_version
    rule = db.session.get_one(RuleVersion, decision.rule_version_id)
    return {
        "format": decision.record_format,
        "request": decision.request.number,
        "decided_at": decision.decided_at.isoformat(),
        **{name: getattr(decision, name) for name in COLUMNS[decision.record_format]},
        "known": {
            "version": version.number,
            "made_by_id": version.made_by_id,
            "made_at": version.made_at.isoformat(),
            "facts": version.facts,
            "evidence_seen": version.evidence_seen,
            "told": version.told,
        },
        "rule": {"id": rule.rule_id, "version": rule.version, "text": _hash(rule.source_toml)},
    }


def canonical(decision: Decision) -> str:
    """The same record always gives the same text: JSON with sorted names and no spaces."""
    plain = content_of(decision)
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_of(decision: Decision) -> str:
    """SHA-256 of the record as its rows are now."""
    return _hash(canonical(decision))


def seal(decision: Decision) -> None:
    """Once all is on it: the hash stands on the decision and in the audit trail."""
    db.session.flush()
    decision.record_format = FORMAT
    decision.record_hash = hash_of(decision)
    audit.record(SEALED, kind="decision", object_id=decision.id, why=decision.record_hash)


def is_whole(decision: Decision) -> bool | None:
    """Is it what was decided? None of a decision from before the hash was kept."""
    return None if decision.record_hash is None else decision.record_hash == hash_of(decision)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
