"""The check of a Word master: everything that is wrong with it at once; nothing of it is run or fetched."""

from io import BytesIO
from typing import Any

from attrs import frozen

from styrmodell.errors import RenderError
from styrmodell.finding import Findings
from styrmodell.report.codes import BODY_PLACE, NOT_A_MASTER
from styrmodell.report.engines import docx_engine
from styrmodell.report.word.faults import READ_FAULTS
from styrmodell.report.word.markup import W
from styrmodell.report.word.template.marks import MarkReader, ReadTag, has_name
from styrmodell.report.word.template.parts import (
    BODY,
    PROPERTIES,
    filled_parts,
    has_macros,
    properties_of,
)
from styrmodell.report.word.template.story import Passage
from styrmodell.report.word.template.surroundings import check_looks, check_unfilled
from styrmodell.report.word.template.tags import sandbox
from styrmodell.source import Source

# What would be lost with the paragraph that the body replaces.
_LOST = tuple(f"{{{W}}}{name}" for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference"))
_IN_PROPERTY = ("en egenskap", "a property")
_PAGE_BREAK = f"{{{W}}}br"
_KINDS = (
    ("template.macroEnabled", "en Wordmall med makron (.dotm)", "a Word template with macros (.dotm)"),
    ("macroEnabled", "ett Word-dokument med makron (.docm)", "a Word document with macros (.docm)"),
    ("wordprocessingml.template", "en Wordmall (.dotx)", "a Word template (.dotx)"),
    ("spreadsheetml", "en Excel-arbetsbok", "an Excel workbook"),
    ("presentationml", "en Powerpointfil", "a Powerpoint file"),
)


@frozen(kw_only=True)
class MasterNames:
    """What a sound master asks for.

    Attributes:
        titled: Whether its own body prints the title.
        place: The paragraph element of the body's place; None when it has no sound one.
    """

    titled: bool
    place: Any


def open_master(data: bytes) -> Any:
    """The python-docx document of a master.

    Raises:
        RenderError: It is no Word document.
    """
    try:
        document = docx_engine().Document(BytesIO(data))
        # What a package may lack and python-docx asks for later.
        _ = (document.styles.element.tag, document.sections[0].page_width, filled_parts(document))
    except READ_FAULTS as error:
        raise RenderError(f"the Word master is no Word document: {error}") from error
    return document


def check_master_bytes(data: bytes, file: str) -> Findings:
    """Check a master that is read already; its package was guarded before.

    Args:
        file: Its name, for the places of findings.

    Returns:
        SM410 alone when it is no Word document, else everything found: SM412 to SM419.
    """
    try:
        document = open_master(data)
        around = tuple(check_unfilled(document, file))
    except RenderError:
        return not_a_master(file, *_kind_of(data))
    if has_macros(document):
        return not_a_master(file, "ett Word-dokument med makron", "a Word document with macros")
    return Findings.gather(check_marks(document, file)[0], around, check_looks(document, file))


def not_a_master(file: str, found: str, found_en: str) -> Findings:
    """SM410."""
    return Findings((NOT_A_MASTER.at(Source(file=file), found=found, found_en=found_en),))


def _kind_of(data: bytes) -> tuple[str, str]:
    """What a package that is no Word document is."""
    try:
        found = docx_engine().package.Package.open(BytesIO(data)).main_document_part.content_type
    except READ_FAULTS:
        return ("ett paket utan Word-dokument", "a package without a Word document")
    known = ((sv, en) for part, sv, en in _KINDS if part in found)
    return next(known, ("ett trasigt Word-dokument", "a broken Word document"))


def check_marks(document: Any, file: str) -> tuple[Findings, MasterNames]:
    """Check the marks of every part that is filled; each is joined in the run where it begins.

    Returns:
        SM412 to SM415, and what the body asks for.
    """
    reader = MarkReader(file=file, environment=sandbox())
    stories = filled_parts(document)
    read = {story.name: reader.read_story(story) for story in stories}
    for name, text, filled in properties_of(document):
        place = f"{PROPERTIES}, {name}"
        read[place] = tuple(reader.read_variables(text, place, _IN_PROPERTY)) if filled else ()
    body = _check_place(reader, read)
    titled = any(has_name(one, "titel") for one in read[BODY])
    return Findings.gather(reader.found), MasterNames(titled=titled, place=body)


def _check_place(reader: MarkReader, read: dict[str, tuple[ReadTag, ...]]) -> Any:
    asked = [(name, one) for name, tags in read.items() for one in tags if has_name(one)]
    if not asked:
        found = "{{ innehall }} saknas", "{{ innehall }} is missing"
        reader.tell(BODY_PLACE, BODY, found=found[0], found_en=found[1])
        return None
    first = None
    for name, one in asked:
        place = one.passage.place if one.passage is not None else name
        fault = _misplaced(name, one)
        if not fault and first is not None:
            fault = (f"en gång till; den första står i {first.place}", f"once more; the first is in {first.place}")
        if fault:
            reader.tell(BODY_PLACE, place, found=f"{one.tag.text} {fault[0]}", found_en=f"{one.tag.text} {fault[1]}")
        else:
            first = one.passage
    return None if first is None else first.element


def _misplaced(name: str, one: ReadTag) -> tuple[str, str] | None:
    """Why the body cannot stand where *one* does; None when it can."""
    passage = one.passage
    if name != BODY or passage is None:
        return ("utanför brödtexten", "outside the body")
    if passage.inside[0]:
        return (f"inuti {passage.inside[0]}", f"inside {passage.inside[1]}")
    if one.is_inside_condition:
        return ("inuti ett villkor", "inside a condition")
    if not one.reading.is_plain:
        return ("med ett filter eller i ett villkor", "with a filter or in a condition")
    if passage.text.strip() != passage.text[one.tag.start : one.tag.end]:
        return ("i ett stycke med annan text", "in a paragraph with other text")
    if lost := _lost(passage):
        return lost
    return None


def _lost(passage: Passage) -> tuple[str, str] | None:
    for node in passage.element.iter():
        if node.tag in _LOST:
            return ("i ett stycke med en bild, en textruta, ett fält eller en not",
                    "in a paragraph with a picture, a text box, a field or a note")  # fmt: skip
        if node.tag == _PAGE_BREAK and node.get(f"{{{W}}}type") in ("page", "column"):
            return ("i ett stycke med en sidbrytning", "in a paragraph with a page break")
    return None
