"""What a centre sets for its letters, in the fund's letters: keys only. Where they are set, accounts shows."""

from typing import Final

from core.settings import Key

# Nothing here has a default that the law could take for an answer: empty means "to be confirmed".
COURT_NAME: Final = Key("letters.court_name", default="")
COURT_LINES: Final = Key[list[str]]("letters.court_lines", default=[])
# Where one goes under a rule of the council, if that is not the labour court; the name only where
# the rule names none, or where it has a fuller one.
REMEDY_NAME: Final = Key("letters.remedy_name", default="")
REMEDY_LINES: Final = Key[list[str]]("letters.remedy_lines", default=[])
# Above the names: by whose delegation they sign. Below: a name, and what this person is.
DELEGATION: Final = Key[list[str]]("letters.delegation", default=[])
SIGNATORIES: Final = Key[list[str]]("letters.signatories", default=[])
CONTACT: Final = Key[list[str]]("letters.contact", default=[])
PAYMENT_DAYS: Final = Key("letters.payment_days", default=30)
CONFIRMS_TO_PROVIDERS: Final = Key("letters.confirms_to_providers", default=False)
INVOICE_LINES: Final = Key[list[str]]("letters.invoice_lines", default=[])
# The number of the stored picture; 0: none. Set on a page of its own.
LOGO: Final = Key("letters.logo", default=0)
