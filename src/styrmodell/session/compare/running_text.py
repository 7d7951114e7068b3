"""Running text from Word files, compared section by section."""

from collections.abc import Iterator, Mapping

from styrmodell.report.flow import Heading, Prose, Read, listed_runs
from styrmodell.report.narrative.narrative import Text
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, Difference
from styrmodell.session.compare.names import Names

_KIND = "sections"


def text_changes(old: Mapping[str, Text], new: Mapping[str, Text], names: Names) -> Iterator[Difference]:
    """The sections whose Word text is new, gone or another."""
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        if before is not None and after is not None and before.blocks == after.blocks:
            continue
        yield Difference(
            group=ChangeGroup.TEXT,
            kind=ChangeKind.ADDED if before is None else ChangeKind.REMOVED if after is None else ChangeKind.CHANGED,
            object_kind=_KIND,
            object=name,
            name=names.of(_KIND, name),
            field="text",
            field_name="text ur Word",
            old=_words(before),
            new=_words(after),
            old_source=before.source if before else None,
            new_source=after.source if after else None,
        )


def _words(text: Text | None) -> str:
    return "" if text is None else "\n".join(map(_block, text.blocks))


def _block(block: Read) -> str:
    if isinstance(block, Heading | Prose):
        return block.text
    return "".join(run.text for run in listed_runs(block))
