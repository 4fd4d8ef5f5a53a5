"""Mail of the core room: one message to one address through the centre's server. It decides no word and no reader.

Off until a server is named in the environment. The password stands in a file, never in the database or a log.
"""

import smtplib
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Final

TIMEOUT_SECONDS: Final = 8
PORTS: Final[Mapping[str, int]] = {"starttls": 587, "tls": 465, "none": 25}
OWN_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
ACCEPTED: Final = 250
FOR_GOOD: Final = 500  # from here on the server says that trying again is of no use


class NotSent(Exception):
    """Nothing was handed over; `for_good` when the server will never take it. It quotes no address."""

    def __init__(self, why: str, *, for_good: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good


class Unsure(Exception):
    """The connection went while the message was handed over: it may have been taken."""


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and by whom it is sent."""

    host: str
    port: int
    tls: str
    sender: str
    user: str = ""
    password_file: Path | None = None

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> "MailServer | None":
        """MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_SENDER, MAIL_USER and MAIL_PASSWORD_FILE; ValueError when
        they do not fit together, None without a host."""
        host = env.get("MAIL_HOST", "").strip()
        if not host:
            return None
        tls = env.get("MAIL_TLS") or "starttls"
        if tls not in PORTS:
            raise ValueError("MAIL_TLS is starttls, tls or none")
        sender, user = env.get("MAIL_SENDER", "").strip(), env.get("MAIL_USER", "")
        if "@" not in sender:
            raise ValueError("MAIL_SENDER is the address that mail comes from")
        if user and tls == "none" and host not in OWN_MACHINE:
            raise ValueError("with MAIL_TLS=none a password would travel in the clear")
        file = env.get("MAIL_PASSWORD_FILE")
        port = int(env.get("MAIL_PORT") or PORTS[tls])
        return cls(host, port, tls, sender, user, Path(file) if file else None)


def send(server: MailServer, message: EmailMessage, *, about_to: Callable[[], None]) -> None:
    """Hand one message over. `about_to` is called when the server has taken sender and reader, and
    before it is given a word: what it notes tells afterwards whether the message can have left.

    Raises NotSent or Unsure.
    """
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _greeted(server)
        _taken(smtp.mail(server.sender))
        _taken(smtp.rcpt(str(message["To"])))
    except smtplib.SMTPAuthenticationError:
        _close(smtp)
        raise NotSent("the server refuses our name or password") from None
    except (smtplib.SMTPException, OSError) as error:
        _close(smtp)
        raise NotSent(type(error).__name__) from None
    except NotSent:
        _close(smtp)
        raise
    try:
        about_to()
        _handed(smtp, message)
    finally:
        _close(smtp)


def _greeted(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.tls == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=TIMEOUT_SECONDS, context=context
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    try:
        if server.tls == "starttls":
            smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
        if server.user:
            smtp.login(server.user, _password(server))
    except BaseException:
        _close(smtp)
        raise
    return smtp


def _password(server: MailServer) -> str:
    if server.password_file is None:
        return ""
    return server.password_file.read_text(encoding="utf-8").strip()


def _handed(smtp: smtplib.SMTP, message: EmailMessage) -> None:
    try:
        code, _said = smtp.data(message.as_bytes(policy=SMTP))
    except smtplib.SMTPDataError as error:  # it did not even ask for the text
        raise NotSent("DATA", for_good=error.smtp_code >= FOR_GOOD) from None
    except (smtplib.SMTPException, OSError) as error:
        raise Unsure(type(error).__name__) from None
    if code != ACCEPTED:
        raise NotSent("DATA", for_good=code >= FOR_GOOD)


def _taken(answer: tuple[int, bytes]) -> None:
    code, _said = answer
    if code not in {ACCEPTED, 251}:
        raise NotSent(f"code {code}", for_good=code >= FOR_GOOD)


def _close(smtp: smtplib.SMTP | None) -> None:
    """Politely; what the server says to our leaving changes nothing."""
    if smtp is not None:
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()
        smtp.close()
