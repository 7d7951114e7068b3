"""Findings on a terminal: told, counted, and turned into an exit code."""

from styrmodell.cli.console import tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.finding import Findings


def tell_findings(findings: Findings, lang: str) -> None:
    """Print *findings* on stderr, the worst last, with a line that counts them."""
    ordered = sorted(findings, key=lambda finding: -_RANK.index(finding.code.severity.value))
    for finding in ordered:
        tell(finding.text(lang))
    if findings:
        tell(count_text(findings, lang))


_RANK = ("error", "warning", "note")
_COUNTED = {
    "sv": (("fel", "fel"), ("varning", "varningar"), ("upplysning", "upplysningar")),
    "en": (("error", "errors"), ("warning", "warnings"), ("note", "notes")),
}


def count_text(findings: Findings, lang: str) -> str:
    """How many of each: "1 fel, 2 varningar, 0 upplysningar"."""
    counts = [sum(finding.code.severity.value == rank for finding in findings) for rank in _RANK]
    words = _COUNTED["en" if lang == "en" else "sv"]
    return ", ".join(f"{count} {pair[count != 1]}" for count, pair in zip(counts, words, strict=True))


def exit_code(findings: Findings) -> ExitCode:
    """What *findings* end a run with: unreadable input before plugin faults before other errors."""
    codes = [ExitCode.OK]
    for finding in findings.errors():
        code = finding.code.code
        kinds = {"SM1": ExitCode.CANNOT_READ, "SM5": ExitCode.PLUGIN, "SM4": ExitCode.CANNOT_WRITE}
        # What verify tells of files that were written, and what stands in forms, is no failure to write.
        is_read = code.startswith(("SM43", "SM45", "SM46"))
        codes.append(ExitCode.FINDINGS if is_read else kinds.get(code[:3], ExitCode.FINDINGS))
    return max(codes)


def findings_data(findings: Findings, lang: str) -> list[dict[str, str]]:
    """*findings* as data for JSON, their texts in *lang*."""
    return [
        {
            "code": finding.code.code,
            "severity": finding.code.severity.value,
            "title": finding.code.title.get(lang),
            "file": finding.source.file,
            "place": finding.source.place,
            "found": finding.found(lang),
            "expected": finding.expected(lang),
            "do": finding.do(lang),
        }
        for finding in findings
    ]
