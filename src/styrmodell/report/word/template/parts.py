"""The parts of a Word master by the names people know, and which of them are filled."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.errors import RenderError
from styrmodell.report.engines import docx_engine, lxml_engine
from styrmodell.report.word.markup import W

BODY = "Dokumentet"
PROPERTIES = "Egenskaper"
_FOOTNOTES = "wordprocessingml.footnotes+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Core properties that docxtpl reads as templates; writing a document replaces them all.
FILLED_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_OTHER_PROPERTIES = ("category", "content_status", "keywords", "last_modified_by", "version")
_NAMES = MappingProxyType(
    {
        "wordprocessingml.endnotes+xml": "Slutnoter",
        "wordprocessingml.comments+xml": "Kommentarer",
        "wordprocessingml.settings+xml": "Inställningar",
        "custom-properties+xml": "Egna egenskaper",
        "extended-properties+xml": PROPERTIES,
        "wordprocessingml.document.glossary+xml": "Byggblock",
    }
)


@frozen(kw_only=True, eq=False)
class StoryPart:
    """A part of a document that holds text.

    Attributes:
        name: "Dokumentet", "Sidhuvud 2", "Fotnoter".
        root: Its XML.
        part: Its python-docx part.
    """

    name: str
    root: Any
    part: Any

    def keep(self) -> None:
        """Let the part be what its XML now is; needed where python-docx keeps bytes."""
        if not hasattr(self.part, "element"):
            self.part._blob = lxml_engine().tostring(self.root, encoding="UTF-8", standalone=True)


def filled_parts(document: Any) -> tuple[StoryPart, ...]:
    """The parts in which variables are filled: the body first, then headers, footers and footnotes."""
    body = StoryPart(name=BODY, root=document.element.body, part=document.part)
    heads = _referred(document, "header", "Sidhuvud")
    feet = _referred(document, "footer", "Sidfot")
    notes = tuple(
        StoryPart(name="Fotnoter", root=_root_of(part), part=part)
        for part in document.part.package.iter_parts()
        if part.content_type.endswith(_FOOTNOTES)
    )
    return (body, *heads, *feet, *notes)


def _referred(document: Any, kind: str, name: str) -> tuple[StoryPart, ...]:
    """Headers or footers, in the order in which the document's sections name them."""
    relations = {key: one for key, one in document.part.rels.items() if one.reltype == f"{_RELATIONS}/{kind}"}
    named = [
        reference.get(f"{{{_RELATIONS}}}id") for reference in document.element.body.iter(f"{{{W}}}{kind}Reference")
    ]
    order = dict.fromkeys([*(key for key in named if key in relations), *relations])
    parts = dict.fromkeys(relations[key].target_part for key in order if not relations[key].is_external)
    return tuple(
        StoryPart(name=f"{name} {number}", root=_root_of(part), part=part) for number, part in enumerate(parts, 1)
    )


def other_parts(document: Any, filled: tuple[StoryPart, ...]) -> Iterator[StoryPart]:
    """Every part of XML in which nothing is filled: endnotes, comments, settings, properties, charts and the like.

    Raises:
        RenderError: One of them is broken.
    """
    seen = {id(one.part) for one in filled}
    for part in document.part.package.iter_parts():
        if id(part) in seen or "core-properties" in part.content_type or not part.content_type.endswith("xml"):
            continue
        name = next((name for end, name in _NAMES.items() if part.content_type.endswith(end)), str(part.partname)[1:])
        try:
            root = _root_of(part)
        except (SyntaxError, ValueError) as error:
            raise RenderError(f"{part.partname}: {error}") from error
        if root is not None:
            yield StoryPart(name=name, root=root, part=part)


def _root_of(part: Any) -> Any:
    """The XML of a part; None when it has none."""
    if hasattr(part, "element"):
        return part.element
    return docx_engine().oxml.parse_xml(part.blob) if part.blob.strip() else None


def properties_of(document: Any) -> Iterator[tuple[str, str, bool]]:
    """(name, text, whether it is filled) of the core properties."""
    properties = document.core_properties
    for name in (*FILLED_PROPERTIES, *_OTHER_PROPERTIES):
        yield name, getattr(properties, name) or "", name in FILLED_PROPERTIES


def outside_targets(document: Any) -> Iterator[tuple[str, str, str]]:
    """(kind of relation, target, part's name) of everything outside that the document points at."""
    package = document.part.package
    named = [("_rels/.rels", package.rels), *((str(part.partname)[1:], part.rels) for part in package.iter_parts())]
    for name, relations in named:
        for relation in relations.values():
            if relation.is_external:
                yield relation.reltype.rpartition("/")[2], relation.target_ref, name


def has_macros(document: Any) -> bool:
    """Whether it carries code that Word would run."""
    return any("vbaProject" in part.content_type for part in document.part.package.iter_parts())
