"""Running text from the workspace's Word files: read on the floor that knows Word, kept by section."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import slug
from styrmodell.model.plan import Plan
from styrmodell.report.narrative.codes import TWO_TEXTS
from styrmodell.report.narrative.narrative import Text
from styrmodell.report.narrative.word_text import read_word_text
from styrmodell.source import Source


def read_texts(files: Iterable[tuple[str, bytes]], plan: Plan | None) -> tuple[dict[str, Text], Findings]:
    """Read the Word files among a workspace's files.

    Args:
        files: (file, bytes) of each.

    Returns:
        Section → text, where the section is the file's name ("texter/inledning.docx" is inledning); and what could
        not be read, or is written twice.
    """
    texts: dict[str, Text] = {}
    findings: list[Finding] = []
    for file, data in files:
        section = slug(PurePosixPath(file).stem)
        blocks, told = read_word_text(data, file)
        findings += (*told, *_twice(section, file, texts, plan))
        texts.setdefault(section, Text(blocks=blocks, source=Source(file=file)))
    return texts, Findings.gather(findings)


def _twice(section: str, file: str, texts: dict[str, Text], plan: Plan | None) -> Iterator[Finding]:
    known = texts.get(section)
    if known is not None:
        yield TWO_TEXTS.at(Source(file=file), section=section, other=str(known.source))
    for written in plan.sections if plan is not None else ():
        if written.id == section and written.text:
            yield TWO_TEXTS.at(Source(file=file), section=section, other=str(written.source))
