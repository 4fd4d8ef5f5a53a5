"""Answers of the regulation room, and how they compose. They know no condition."""

from collections.abc import Iterable
from dataclasses import dataclass

from regulation.findings.assessment import Answer, Kind, Remark
from regulation.vocabulary.blocks import Block


@dataclass(frozen=True)
class Finding:
    """An answer; why it is no or what is to be judged; which facts would settle it."""

    answer: Answer
    remarks: tuple[Remark, ...] = ()
    missing: frozenset[str] = frozenset()


YES = Finding(Answer.YES)


def remark(kind: Kind, block: Block, **params: str | int) -> Remark:
    """What a block says, with its place in the text."""
    return Remark(kind=kind, params=params, article=block.ref, words=block.words)


def no(kind: Kind, block: Block, **params: str | int) -> Finding:
    """A no, and the block that says it."""
    return Finding(Answer.NO, (remark(kind, block, **params),))


def ask(*facts: str) -> Finding:
    """These facts would settle it."""
    return Finding(Answer.ASK, (), frozenset(facts))


def all_of(findings: Iterable[Finding]) -> Finding:
    """One no is enough for a no; only then are questions spared."""
    return _composed(list(findings), (Answer.NO, Answer.ASK, Answer.JUDGE, Answer.YES))


def any_of(findings: Iterable[Finding]) -> Finding:
    """One yes is enough for a yes."""
    return _composed(list(findings), (Answer.YES, Answer.ASK, Answer.JUDGE, Answer.NO))


def _composed(findings: list[Finding], strongest_first: tuple[Answer, ...]) -> Finding:
    """The strongest answer there is. Open judgements are kept beside open questions."""
    given = {finding.answer for finding in findings}
    answer = next(one for one in strongest_first if one in given or one is strongest_first[-1])
    kept = {answer, Answer.JUDGE} if answer is Answer.ASK else {answer}
    return Finding(
        answer,
        tuple(note for finding in findings if finding.answer in kept for note in finding.remarks),
        frozenset().union(*(finding.missing for finding in findings if finding.answer is answer)),
    )
