"""How many findings of one kind a file is given: enough to mend by, and never more than can be read and held."""

from collections import Counter
from collections.abc import Iterable, Iterator

from styrmodell.finding import Finding
from styrmodell.model.checks.most_codes import MORE_OF_THEM
from styrmodell.source import Source

MOST = 5_000


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
