"""The sentences of letters that come after a decision: ratification, recovery, how to appeal. Pure."""

from typing import Final

from flask_babel import lazy_gettext as _l

from fund.letters.slot import APPEAL_INFO, NOT_RATIFIED, RATIFIED, RECOVERY, Slot, TextSet

_MEETING = ("{beslisdatum}", "{orgaan}", "{zittingsdatum}")

LATER: Final = (
    TextSet(
        RATIFIED,
        _l("Ratification"),
        (
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "On {beslisdatum} the chair granted you urgent help: {bedrag} for {wat}. It is for {voor_wie}. "
                    "Such a decision must be ratified by {orgaan}. That was done on {zittingsdatum}."
                ),
                _MEETING,
            ),
            Slot(
                "stays",
                _l("What stays"),
                _l("Nothing changes for you. The help stays as it was granted."),
            ),
            Slot(
                "closing",
                _l("Closing"),
                _l("Do you not understand something? Your social worker explains it."),
            ),
        ),
    ),
    TextSet(
        NOT_RATIFIED,
        _l("No ratification"),
        (
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "On {beslisdatum} the chair granted you urgent help: {bedrag} for {wat}. It is for {voor_wie}. "
                    "Such a decision must be ratified by {orgaan}. On {zittingsdatum} that was not done. "
                    "You read why below."
                ),
                _MEETING,
            ),
            Slot(
                "stays",
                _l("What stays"),
                _l(
                    "What was spent already, {bedrag_blijft}, stays with you. You pay nothing back, "
                    "unless we send you a new decision with reasons."
                ),
                ("{bedrag_blijft}",),
            ),
            Slot(
                "freed",
                _l("What is freed"),
                _l("What was not spent yet, {bedrag_vervalt}, we do not pay any more."),
                ("{bedrag_vervalt}",),
            ),
            Slot(
                "closing",
                _l("Closing"),
                _l(
                    "Do you still need this help? You may ask again. "
                    "Your social worker looks with you what is possible."
                ),
            ),
        ),
    ),
    TextSet(
        RECOVERY,
        _l("Recovery"),
        (
            Slot(
                "replaces_letter",
                _l("Where it replaces an earlier letter of recovery"),
                _l(
                    "This letter replaces our letter of {vorige_briefdatum}. What we asked there no longer holds."
                ),
                ("{vorige_briefdatum}",),
            ),
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "On {beslisdatum} we granted {bedrag} for: {wat}. It was for {voor_wie}. "
                    "We found that too much was paid. We ask {bedrag_terug} back. You read why below."
                ),
                ("{wat}", "{beslisdatum}", "{bedrag_terug}"),
            ),
            Slot(
                "prescription",
                _l("Until when it may be asked back"),
                _l(
                    "We may ask this amount back until 5 years after it was paid. After that you owe nothing any more."
                ),
                ("5",),
            ),
            Slot(
                "waiver",
                _l("Asking to give it up"),
                _l(
                    "Can you not pay this, or is it not fair in your situation? Then you may ask us in writing "
                    "to give up all or a part of it. Your social worker helps you. We decide on it, with reasons."
                ),
            ),
            Slot(
                "spread",
                _l("Paying in parts"),
                _l(
                    "You may also ask to pay in parts, without extra costs. "
                    "Agree with your social worker how much a month you can pay, and on which account."
                ),
            ),
            Slot(
                "closing",
                _l("Closing"),
                _l("Do you not understand something? Your social worker explains it."),
            ),
        ),
    ),
    TextSet(
        APPEAL_INFO,
        _l("How to appeal"),
        (
            Slot(
                "opening",
                _l("Opening"),
                _l(
                    "On {beslisdatum} we decided on your request for {wat}, for {voor_wie}. "
                    "You asked us what you can do when you do not agree."
                ),
                ("{wat}", "{beslisdatum}"),
            ),
            Slot(
                "until_known",
                _l("Until when, where the day is certain"),
                _l("You may do this until {uiterste_dag}, that day included."),
                ("{uiterste_dag}",),
            ),
            Slot(
                "until_unknown",
                _l("Until when, where the day is not certain"),
                _l(
                    "The last day is not certain: we cannot prove on which day you were told all that the law asks. "
                    "So do not wait, and ask advice soon."
                ),
            ),
            Slot(
                "closing",
                _l("Closing"),
                _l(
                    "Do you want advice? A first talk with a lawyer is free. "
                    "Your social worker tells you where, also when it is about a decision of ours."
                ),
            ),
        ),
    ),
)
