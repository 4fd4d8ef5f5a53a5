"""What the environment decides, read once at start. Holds no secrets: those are in the instance folder."""

import os
from dataclasses import dataclass
from pathlib import Path

from core.mail import MailServer

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Config:
    """The settings of one process."""

    instance: Path
    database_url: str
    releases_database_url: str
    mode: str
    secure_cookies: bool
    clock_instant: str | None
    clamav: str | None = None
    mail: MailServer | None = None
    # Where people find the product, for what they read elsewhere.
    public_url: str = ""

    @classmethod
    def from_environment(cls) -> "Config":
        """INSTANCE, DATABASE_URL, RELEASES_DATABASE_URL, DEMO, HTTPS, CLOCK_INSTANT, CLAMAV,
        PUBLIC_URL, and the MAIL_ names of core.mail."""
        instance = Path(os.environ.get("INSTANCE") or ROOT / "instance").resolve()
        url = os.environ.get("DATABASE_URL") or f"sqlite:///{instance / 'cultuurfonds.sqlite'}"
        return cls(
            instance=instance,
            database_url=url,
            releases_database_url=os.environ.get("RELEASES_DATABASE_URL") or url,
            mode="production" if os.environ.get("DEMO") == "0" else "demo",
            secure_cookies=os.environ.get("HTTPS") == "1",
            clock_instant=os.environ.get("CLOCK_INSTANT") or None,
            clamav=os.environ.get("CLAMAV") or None,
            mail=MailServer.from_environment(os.environ),
            public_url=os.environ.get("PUBLIC_URL", "").rstrip("/"),
        )
