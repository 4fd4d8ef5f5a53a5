"""The sentences of the fund's letters as they are shipped, in sets that the service may change. Pure."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from fund.letters.slot import (
    COMMON,
    GRANT,
    PARTIAL,
    PROVIDER,
    PROVIDER_OVER,
    QUESTION,
    REFUSAL,
    Slot,
    TextSet,
)
from fund.letters.slots_later import LATER


def _opening(shipped: LazyString) -> Slot:
    return Slot("opening", _l("Opening"), shipped, ("{wat}", "{beslisdatum}"))


def _closing(shipped: LazyString) -> Slot:
    return Slot("closing", _l("Closing"), shipped)


_BASIC: Final = (
    TextSet(
        GRANT,
        _l("Grant"),
        (
            _opening(
                _l(
                    "On {aanvraagdatum} you asked help with the cost of: {wat}. It is for {voor_wie}. "
                    "On {beslisdatum} we decided: we pay what you asked under the rule."
                )
            ),
            Slot(
                "why",
                _l("Why, where nobody wrote a reason"),
                _l(
                    "You meet the conditions of the rule. The amount follows from the calculation above."
                ),
            ),
            _closing(_l("We wish you much pleasure.")),
        ),
    ),
    TextSet(
        PARTIAL,
        _l("Partial grant"),
        (
            _opening(
                _l(
                    "On {aanvraagdatum} you asked help with the cost of: {wat}. It is for {voor_wie}. "
                    "On {beslisdatum} we decided: we pay a part of it. You read why below."
                )
            ),
            _closing(_l("Do you not understand something? Your social worker explains it.")),
        ),
    ),
    TextSet(
        REFUSAL,
        _l("Refusal"),
        (
            _opening(
                _l(
                    "On {aanvraagdatum} you asked help with the cost of: {wat}. It is for {voor_wie}. "
                    "On {beslisdatum} we decided: we cannot pay this. You read why below."
                )
            ),
            _closing(
                _l(
                    "Does your situation change, or do you know something that we do not know? "
                    "Then you may ask again. Your social worker looks with you what else is possible."
                )
            ),
        ),
    ),
    TextSet(
        QUESTION,
        _l("Question to the client"),
        (
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "On {aanvraagdatum} you asked help with the cost of: {wat}. It is for {voor_wie}. "
                    "To decide on it, we need an answer from you."
                ),
                ("{wat}",),
            ),
            Slot(
                "answer",
                _l("How and when to answer"),
                _l(
                    "Please answer by {antwoord_voor}. You may call, write or come by. "
                    "Without your answer we decide with what we know."
                ),
                ("{antwoord_voor}",),
            ),
            _closing(_l("Is it not clear what we ask? Your social worker helps you.")),
        ),
    ),
    TextSet(
        PROVIDER,
        _l("Confirmation for the provider"),
        (
            Slot(
                "replaces_letter",
                _l("Where it replaces an earlier confirmation"),
                _l("This confirmation replaces ours of {vorige_briefdatum}."),
                ("{vorige_briefdatum}",),
            ),
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "We confirm that we pay for this participant, up to the amount below. "
                    "Please send your invoice to us, not to the participant."
                ),
            ),
            Slot(
                "answer",
                _l("About the invoice"),
                _l(
                    "Put our reference on the invoice. "
                    "We pay within {betaaltermijn} days after we have received it."
                ),
            ),
            _closing(_l("Thank you for your cooperation.")),
        ),
    ),
    TextSet(
        PROVIDER_OVER,
        _l("For the provider: the confirmation no longer holds"),
        (
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "Our confirmation of {vorige_briefdatum} for this participant no longer holds. "
                    "We do not pay for this activity any more. Please do not send us an invoice for it."
                ),
                ("{vorige_briefdatum}",),
            ),
            _closing(_l("Thank you for your cooperation.")),
        ),
    ),
)

_EVERYWHERE: Final = TextSet(
    COMMON,
    _l("In every decision letter"),
    (
        Slot(
            "replaces",
            _l("Where it replaces an earlier decision"),
            _l("This decision replaces our decision of {vorige_beslisdatum}."),
            ("{vorige_beslisdatum}",),
        ),
        Slot(
            "nothing_back",
            _l("Where nothing is asked back any more"),
            _l(
                "In our letter of {vorige_briefdatum} we asked money back. That no longer holds: you pay nothing back. "
                "Did you pay something back already? Your social worker looks with you how you get it again."
            ),
            ("{vorige_briefdatum}",),
        ),
        Slot(
            "pay_provider",
            _l("Paid to the provider"),
            _l(
                "We pay {bedrag} to {aanbieder}, within {betaaltermijn} days after the invoice. "
                "You need not advance this amount."
            ),
            ("{bedrag}", "{aanbieder}"),
        ),
        Slot(
            "pay_client",
            _l("Paid to the client"),
            _l(
                "We pay {bedrag} to you, on the account number that your social worker knows. "
                "We do this within {betaaltermijn} days after you gave us the proof of payment."
            ),
            ("{bedrag}",),
        ),
        Slot(
            "discount",
            _l("Where it is a discount"),
            _l(
                "You receive a proof with a code. Show it to {aanbieder}: you then pay the reduced price "
                "that stands on the proof. We settle the rest with {aanbieder}."
            ),
            ("{aanbieder}",),
        ),
        Slot(
            "questions",
            _l("Questions"),
            _l(
                "Your social worker is {maatschappelijk_werker}. "
                "Mention the number {aanvraagnummer} when you call or write."
            ),
            ("{maatschappelijk_werker}",),
        ),
        Slot(
            "file_right",
            _l("Seeing the file"),
            _l(
                "You have the right to see your file and to get a copy. "
                "Ask your social worker for an appointment."
            ),
        ),
        Slot(
            "appeal",
            _l("Appeal"),
            _l(
                "Do you not agree? Then you may appeal to {rechtbank}, {adres_rechtbank}. "
                "You do this within {beroepstermijn} after you were notified of this decision. "
                "You file a signed petition with the registry of the court, or send it there by registered letter.\n"
                "Article 728 of the Judicial Code: you appear yourself or with a lawyer. With a written "
                "power of attorney your spouse, a relative, or somebody of a trade union or a social "
                "organisation may represent you too.\n"
                "Article 1017 of the Judicial Code: we bear the costs of the court case, "
                "unless your appeal is reckless or vexatious.\n"
                "While you appeal, this decision keeps its effect."
            ),
            ("{rechtbank}", "{adres_rechtbank}", "728", "1017", "{beroepstermijn}"),
        ),
        Slot(
            "appeal_state",
            _l("Appeal, where the rule names the Council of State"),
            _l(
                "You may ask {rechtbank}, {adres_rechtbank}, to annul this decision. "
                "You do this within {beroepstermijn} after you were notified of it. "
                "You send a signed petition by registered letter to the registry. In it stand your name and address, "
                "the decision that you contest, the facts, and why it is against the law. "
                "The Council of State does not decide instead of us: it looks whether we kept to the law.\n"
                "While you do so, this decision keeps its effect."
            ),
            ("{rechtbank}", "{adres_rechtbank}", "{beroepstermijn}"),
        ),
        Slot(
            "appeal_elsewhere",
            _l("Appeal, where the rule names another body"),
            _l(
                "You may turn to {rechtbank}, {adres_rechtbank}. You do this in a signed letter. "
                "In it stand your name and address, the decision that you contest, and why you do not agree.\n"
                "While you do so, this decision keeps its effect."
            ),
            ("{rechtbank}", "{adres_rechtbank}"),
        ),
        Slot(
            "appeal_within",
            _l("Within how long, where the rule names another body and a term"),
            _l("You do this within {beroepstermijn} after you were notified of this decision."),
            ("{beroepstermijn}",),
        ),
    ),
)

SETS: Final[Mapping[str, TextSet]] = {one.code: one for one in (*_BASIC, *LATER, _EVERYWHERE)}
