"""A Word master to begin with: our own quiet look, with variables where a document's own words stand."""

from datetime import UTC, date, datetime, time

from styrmodell.model.period import Period
from styrmodell.report.document import Document, Edition, Head
from styrmodell.report.edition_text import DRAFT_WORD
from styrmodell.report.word.markup import W, paragraph, run
from styrmodell.report.word.master import default_master
from styrmodell.report.word.package import mark_place, pack
from styrmodell.report.word.styles import settle_styles

# No day of a document's: it only holds the place of the variable, and dates the file itself.
_DAY = date(2000, 1, 1)
_HEAD = Head(
    body="{{ organ }}", paragraph="{{ paragraf }}", dnr="{{ dnr }}", appendix="{{ bilaga }}", footer="{{ sidfot }}"
)
_VARIABLES = {
    # Where there is no number there is no word for it either.
    f"Dnr {_HEAD.dnr}": "{% if dnr %}Dnr {{ dnr }}{% endif %}",
    _DAY.isoformat(): "{{ datum }}",
    DRAFT_WORD: "{{ utkast }}",
}


def start_master(name: str) -> bytes:
    """A .docx that `styrmodell template check` has no faults to tell of; the same name gives the same bytes.

    Args:
        name: Whose master it is; stands above the title.
    """
    edition = Edition(
        report="",
        document=Document(title="", blocks=(), head=_HEAD),
        unit_name="",
        period=Period.year(_DAY.year),
        as_of=_DAY,
        draft=True,
    )
    document = default_master(edition)
    section = document.sections[0]
    for part in (section.header, section.footer):
        for text in part._element.iter(f"{{{W}}}t"):
            text.text = _VARIABLES.get(text.text, text.text)
    styles = settle_styles(document, restyle=False)
    mark_place(document.add_paragraph()._p)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "styrmodell"
    properties.title = properties.comments = ""
    properties.created = properties.modified = datetime.combine(_DAY, time(), UTC).replace(tzinfo=None)
    lines = ((styles["Faktarad"], name), (styles["Title"], "{{ titel }}"), ("", "{{ innehall }}"))
    return pack(document, "".join(paragraph(style, run(text)) for style, text in lines))
