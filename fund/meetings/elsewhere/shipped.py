"""Documents that code draws: the template that comes with the product, and the list of items. They hold no rule."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from flask_babel import gettext as _

from core import settings
from core.letters.letters import SENDER_NAME
from core.letters.sheets import in_dutch
from fund.meetings.elsewhere.filling import saved
from fund.meetings.models import Item, Meeting
from fund.meetings.wording import name_of, proposal_of, when

FONT: Final = "Arial"
MARGIN: Final = Mm(20)
SHORT, LONG = Mm(210), Mm(297)
# The widths of the columns of the list, in millimetres.
WIDTHS: Final = (12, 30, 28, 50, 80, 57)


@cache
def template() -> bytes:
    """The template of an item as it comes with the product, for who has none of her own."""
    with in_dutch():
        document = _blank()
        document.add_heading("{{voorstel}}", 1)
        document.add_paragraph("{{orgaan}}, " + _("meeting {{zitting}}, {{datum}}, item {{punt}}"))
        _facts(document, _who())
        _part(document, _("What is asked"), _asked(), "{{antwoorden}}")
        _part(document, _("Why, within the assistance"), _why(), "{{verslag}}")
        _part(document, _("What the rule gives"), (), "{{regel}}", "{{berekening}}", "{{plafonds}}")
        _part(document, _("Evidence"), (), "{{bewijzen}}")
        _part(document, _("Other payers"), (), "{{andere_betalers}}")
        _part(document, _("Budget"), (), "{{begroting}}")
        _part(document, _("Proposal"), (), "{{voorstel}}", "{{motivering}}")
        document.sections[0].footer.paragraphs[0].text = "{{aanvraagnummer}} · {{dossiernummer}}"
        return saved(document)


def list_of(meeting: Meeting, items: Sequence[Item]) -> bytes:
    """All items in one table, numbered as on the page."""
    document = _blank(wide=True)
    document.add_heading(_("List of items"), 1)
    place = f", {meeting.place}" if meeting.place else ""
    document.add_paragraph(f"{name_of(meeting)}, {when(meeting)}{place}")
    document.add_paragraph(settings.get(SENDER_NAME))
    headings = (
        _("Item"),
        _("Request"),
        _("File of the client"),
        _("Name"),
        _("What"),
        _("Proposal"),
    )
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    _row(table.rows[0], headings, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for item in items:
        asked = item.request
        told = (asked.number, asked.client.file_number, asked.client.name, asked.what)
        _row(table.add_row(), (str(item.position), *told, proposal_of(item)))
    return saved(document)


def _who() -> tuple[tuple[str, str], ...]:
    return (
        (_("Request"), "{{aanvraagnummer}}"),
        (_("File of the client"), "{{dossiernummer}}"),
        (_("Name"), "{{naam}}"),
        (_("Date of birth"), "{{geboortedatum}}"),
        (_("Social worker"), "{{werker}}"),
        (_("Submitted on"), "{{ingediend}}"),
        (_("Decide by"), "{{beslissen_voor}}"),
        (_("Urgent"), "{{dringend}}"),
    )


def _asked() -> tuple[tuple[str, str], ...]:
    return (
        (_("What"), "{{gevraagd}}"),
        (_("Kind of activity"), "{{soort}}"),
        (_("Provider"), "{{aanbieder}}"),
        (_("Price"), "{{kost}}"),
        (_("Date of the cost"), "{{datum_kost}}"),
        (_("Pay to"), "{{uitbetalen_aan}}"),
    )


def _why() -> tuple[tuple[str, str], ...]:
    return ((_("Reason"), "{{reden}}"), (_("Goal"), "{{doel}}"))


def _part(document: Any, title: str, pairs: tuple[tuple[str, str], ...], *words: str) -> None:
    document.add_heading(title, 2)
    _facts(document, pairs)
    for one in words:
        document.add_paragraph(one)


def _facts(document: Any, pairs: tuple[tuple[str, str], ...]) -> None:
    if not pairs:
        return
    table = document.add_table(rows=0, cols=2)
    for label, value in pairs:
        row = table.add_row()
        _row(row, (label, value))
        row.cells[0].width, row.cells[1].width = Mm(50), Mm(120)
    document.add_paragraph()


def _row(row: Any, words: Sequence[str], *, bold: bool = False) -> None:
    for place, (cell, one) in enumerate(zip(row.cells, words, strict=True)):
        if len(words) == len(WIDTHS):
            cell.width = Mm(WIDTHS[place])
        cell.paragraphs[0].add_run(one).bold = bold


def _blank(*, wide: bool = False) -> Any:
    """A4, in one plain letter, in Dutch; it names nobody as who wrote it."""
    document: Any = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (LONG, SHORT) if wide else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    for name, size in (("Normal", 10), ("Heading 1", 15), ("Heading 2", 12)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.paragraph_format.space_after = Pt(4)
        fonts = style.element.rPr.rFonts
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-BE")
    about = document.core_properties
    about.author = about.comments = ""
    about.language = "nl-BE"
    return document
