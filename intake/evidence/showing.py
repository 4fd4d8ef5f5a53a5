"""What the rule asks and what has come of it, side by side, for pages of intake and fund. It judges nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from intake.evidence.models import Later, Paper
from intake.evidence.queries import Place, later_at, papers_at
from regulation.findings.assessment import EvidenceAsked
from regulation.words import evidence_text
from terms.lists import EVIDENCE, label_of
from terms.rule_lists import PROOF_FIELDS


@dataclass(frozen=True)
class AskedProof:
    """One proof of the rule, with what came for it."""

    words: str
    article: str
    # What must stand on it.
    shows: tuple[str, ...]
    kinds: tuple[str, ...]
    seen: bool
    papers: tuple[Paper, ...]
    later: tuple[Later, ...]


@dataclass(frozen=True)
class Sheet:
    """All proofs of one form or request."""

    asked: list[AskedProof]
    # What came and was not asked, or not by this rule.
    others: list[Paper]
    others_later: list[Later]
    gone: list[Paper]
    papers: Sequence[Paper] = field(default_factory=list)

    @property
    def first_kinds(self) -> list[str]:
        """What is still waited for, before what is there."""
        waits = sorted(self.asked, key=lambda one: one.seen)
        return [kind for proof in waits for kind in proof.kinds]


def sheet_of(place: Place, asked: Iterable[EvidenceAsked]) -> Sheet:
    """What the rule asks there, with what came for each."""
    papers, later = papers_at(place), later_at(place)
    here = [paper for paper in papers if paper.withdrawn_at is None]
    proofs = [_proof(one, here, later) for one in asked]
    kinds = {kind for proof in proofs for kind in proof.kinds}
    return Sheet(
        asked=proofs,
        others=[paper for paper in here if paper.kind not in kinds],
        others_later=[one for one in later if one.kind not in kinds],
        gone=[paper for paper in papers if paper.withdrawn_at is not None],
        papers=here,
    )


def called(kind: str) -> str:
    """The proof in words."""
    return label_of(EVIDENCE, kind)


def _proof(one: EvidenceAsked, here: Sequence[Paper], later: Sequence[Later]) -> AskedProof:
    papers = tuple(paper for paper in here if paper.kind in one.any_of)
    return AskedProof(
        words=one.words or evidence_text(one),
        article=one.article,
        shows=tuple(str(PROOF_FIELDS[code].label) for code in one.shows),
        kinds=one.any_of,
        seen=one.seen or bool(papers),
        papers=papers,
        later=tuple(promised for promised in later if promised.kind in one.any_of),
    )
