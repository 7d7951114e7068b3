"""How many findings of one kind a file is given: enough to mend by, and never more than can be read and held."""

from collections import Counter
from collections.abc import Iterable, Iterator

from styrmodell.finding import Code, Finding, Severity, Text
from styrmodell.source import Source

MOST = 5_000
MORE_OF_THEM = Code(
    code="SM276",
    severity=Severity.WARNING,
    title=Text(sv="Fler iakttagelser av samma slag än som visas", en="More findings of a kind than are shown"),
    found=Text(sv="{count} till av slaget {code} i filen", en="{count} more of the kind {code} in the file"),
    expected=Text(sv="högst {most} av ett slag i en fil", en="at most {most} of a kind in a file"),
    do=Text(
        sv="rätta det som de har gemensamt, ofta ett felstavat id, och kör igen",
        en="mend what they have in common, often a misspelt id, and run again",
    ),
)


def most_of_each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """*findings* without those of a kind that its file already has MOST of; last how many they were."""
    told = Counter[tuple[str, str]]()
    for finding in findings:
        kind = (finding.code.code, finding.source.file)
        told[kind] += 1
        if told[kind] <= MOST:
            yield finding
    for (code, file), count in told.items():
        if count > MOST:
            yield MORE_OF_THEM.at(Source(file=file), code=code, count=str(count - MOST), most=str(MOST))
