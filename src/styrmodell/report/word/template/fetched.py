"""What a Word master would have Word fetch or open wherever the document is read: relations, fields and objects."""

from collections.abc import Iterator
from typing import Any

from styrmodell.report.word.markup import W
from styrmodell.report.word.template.parts import StoryPart, outside_targets

_LINK = "hyperlink"  # opened only by a reader who asks for it
# Relations to what Word opens, imports or runs, though it lies in the package.
_OPENED = ("oleObject", "control", "aFChunk", "subDocument", "activeXControlBinary", "attachedToolbars")
# Fields that read other files, ask other programs or run something.
_FIELDS = frozenset(
    ("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD")
)
_SIMPLE, _CHARACTER, _INSTRUCTION = (f"{{{W}}}{name}" for name in ("fldSimple", "fldChar", "instrText"))
_MERGE = f"{{{W}}}mailMerge"
_MOST = 100  # of one text


def fetched(document: Any, stories: tuple[StoryPart, ...]) -> Iterator[tuple[str, str, str]]:
    """(kind, what, where) of all of it; *stories* are all parts that hold text."""
    yield from ((kind, target, part) for kind, target, part in outside_targets(document) if kind != _LINK)
    for part in document.part.package.iter_parts():
        for relation in part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if kind in _OPENED and not relation.is_external:
                yield kind, str(relation.target_part.partname)[1:], str(part.partname)[1:]
    for story in stories:
        for merged in story.root.iter(_MERGE):
            yield "mailMerge", " ".join(str(one) for node in merged for one in node.attrib.values())[:_MOST], story.name
        for instruction in _instructions(story.root):
            words = instruction.split()
            if words and words[0].upper() in _FIELDS:
                yield words[0].upper(), " ".join(words)[:_MOST], story.name


def _instructions(root: Any) -> Iterator[str]:
    """What each field of a part is told to do, however many runs it is split over; an outer field before its inner."""
    open_fields: list[list[str]] = []
    found: list[list[str]] = []
    for node in root.iter(_SIMPLE, _CHARACTER, _INSTRUCTION):
        if node.tag == _SIMPLE:
            found.append([node.get(f"{{{W}}}instr") or ""])
        elif node.tag == _INSTRUCTION:
            if not open_fields:  # one that stands in no field is read by some programs all the same
                open_fields.append([])
                found.append(open_fields[-1])
            open_fields[-1].append(node.text or "")
        elif node.get(f"{{{W}}}fldCharType") == "begin":
            open_fields.append([])
            found.append(open_fields[-1])
        elif node.get(f"{{{W}}}fldCharType") == "end" and open_fields:
            open_fields.pop()
    yield from ("".join(pieces) for pieces in found)
