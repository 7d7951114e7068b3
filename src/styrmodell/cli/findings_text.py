"""Findings on a terminal: told, counted, and turned into an exit code."""

from typing import Any

from styrmodell.cli.console import tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.finding import Finding, Findings


def tell_findings(findings: Findings, lang: str) -> None:
    """Print *findings* on stderr, the worst last, with a line that counts them."""
    ordered = Findings(sorted(findings, key=lambda finding: -_RANK.index(finding.code.severity.value)))
    if findings:
        tell(findings_text(ordered, lang))


_RANK = ("error", "warning", "note")
_COUNTED = {
    "sv": (("fel", "fel"), ("varning", "varningar"), ("upplysning", "upplysningar")),
    "en": (("error", "errors"), ("warning", "warnings"), ("note", "notes")),
}
_APART = {"sv": "Kvitterade iakttagelser:", "en": "Acknowledged findings:"}
_ACKNOWLEDGED = {"sv": ("kvitterad", "kvitterade"), "en": ("acknowledged", "acknowledged")}


def findings_text(findings: Findings, lang: str) -> str:
    """*findings* in their order: those that are acknowledged last, under a heading, and then how many there are."""
    lines = [finding.text(lang) for finding in findings.open()]
    if apart := findings.acknowledged():
        lines += [_APART["en" if lang == "en" else "sv"], *(finding.text(lang) for finding in apart)]
    return "\n".join([*lines, count_text(findings, lang)])


def count_text(findings: Findings, lang: str) -> str:
    """How many of each: "1 fel, 2 varningar, 0 upplysningar"; those that are acknowledged are counted apart."""
    known = "en" if lang == "en" else "sv"
    opened, apart = findings.open(), len(findings.acknowledged())
    counts = [sum(finding.code.severity.value == rank for finding in opened) for rank in _RANK]
    told = [f"{count} {pair[count != 1]}" for count, pair in zip(counts, _COUNTED[known], strict=True)]
    return ", ".join([*told, *([f"{apart} {_ACKNOWLEDGED[known][apart != 1]}"] if apart else [])])


def exit_code(findings: Findings) -> ExitCode:
    """What *findings* end a run with: unreadable input before plugin faults before other errors.

    What is acknowledged does not count.
    """
    codes = [ExitCode.OK]
    for finding in findings.open().errors():
        code = finding.code.code
        kinds = {"SM1": ExitCode.CANNOT_READ, "SM5": ExitCode.PLUGIN, "SM4": ExitCode.CANNOT_WRITE}
        # What verify tells of files that were written, and what stands in forms, is no failure to write.
        is_read = code.startswith(("SM42", "SM43", "SM445", "SM45", "SM46", "SM48", "SM498", "SM499", "SM52"))
        codes.append(ExitCode.FINDINGS if is_read else kinds.get(code[:3], ExitCode.FINDINGS))
    return max(codes)


def findings_data(findings: Findings, lang: str) -> list[dict[str, Any]]:
    """*findings* as data for JSON, their texts in *lang*; "acknowledged" is None for those that are not."""
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
            "acknowledged": _acknowledgement_data(finding),
        }
        for finding in findings
    ]


def _acknowledgement_data(finding: Finding) -> dict[str, str] | None:
    one = finding.acknowledged
    if one is None:
        return None
    dated = one.dated.isoformat() if one.dated is not None else ""
    return {"why": one.why, "role": one.role, "until": one.until.isoformat(), "dated": dated}
