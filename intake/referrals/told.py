"""What a partner tells of somebody, sealed and opened again. It asks nobody who may read it."""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from typing import Final

from core.sealing.sealed import seal, unseal

PLACE: Final = {"table": "referral", "column": "sealed_told"}


@dataclass(frozen=True, kw_only=True)
class Told:
    """Name, contact, wish, and the mandate: who signed, when, for what."""

    given_name: str
    family_name: str
    contact: str
    wish: str
    signed_by: str
    signed_on: dt.date
    scope: str
    guide_name: str = ""

    @property
    def name(self) -> str:
        """Given name first."""
        return f"{self.given_name} {self.family_name}"


def sealed(told: Told, row_key: str) -> bytes:
    """All of it in one piece, bound to its row."""
    plain = asdict(told) | {"signed_on": told.signed_on.isoformat()}
    return seal(json.dumps(plain), row_key=row_key, **PLACE)


def opened(kept: bytes, row_key: str) -> Told:
    """The same, to read."""
    plain = json.loads(unseal(kept, row_key=row_key, **PLACE))
    return Told(**(plain | {"signed_on": dt.date.fromisoformat(plain["signed_on"])}))
