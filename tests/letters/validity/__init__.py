"""Is a PDF what it says it is? An independent judge of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

It reads the file with pypdf and knows nothing of typst or of letters. It asks what a machine can ask and what
a letter can break; the clauses are named as veraPDF's profiles name them. What only a human being can judge
(is this the right order, is that heading one) stands not in it.
"""

from __future__ import annotations

from itertools import chain

from tests.letters.validity import archive, colour, fonts, metadata, tables, tagged
from tests.letters.validity.content import walked
from tests.letters.validity.document import Document

JUDGES = (
    archive.judged, metadata.judged, colour.judged, fonts.judged, tagged.judged, tables.judged,
)  # fmt: skip


def findings(data: bytes) -> list[str]:
    """What is wrong with it, each with its clause: "ISO 14289-1, 7.3: ...". Nothing: it may leave."""
    document = Document(data)
    walk = walked(document)
    found = chain.from_iterable(judge(document, walk) for judge in JUDGES)
    return sorted({f"{clause}: {words}" for clause, words in found})


def spoken(data: bytes) -> dict[str, str]:
    """What is read aloud, by the language that it is marked with."""
    document = Document(data)
    walk = walked(document)
    known, said = fonts.used(walk), {}
    for piece in walk.pieces:
        if piece.kind == "text" and piece.artifact is None:
            words = known[id(piece.state.font)].says(piece.text)
            said.setdefault(document.language_of(piece), []).append(words)
    return {language: " ".join(words) for language, words in said.items()}
