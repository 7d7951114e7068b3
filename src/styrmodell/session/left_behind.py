"""What earlier runs wrote and nobody asks for any more: kept, told, and out of the index."""

from collections.abc import Iterable

from styrmodell.finding import Findings
from styrmodell.session.manifest import NO_REPORT, Output
from styrmodell.session.output_codes import LEFT_BEHIND
from styrmodell.source import Source


def is_stale(output: Output, asked: frozenset[str]) -> bool:
    """Whether *output*, of an earlier run, is none of the files that a run of the whole workspace *asked* for."""
    return output.report != NO_REPORT and output.file not in asked


def told_left(left: Iterable[Output]) -> Findings:
    """SM449, one a document: its files in all formats together."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for output in left:
        found.setdefault((output.report, output.unit, output.period), []).append(output.file)
    return Findings(LEFT_BEHIND.at(Source(file=files[0]), files=", ".join(files)) for files in found.values())
