"""The sections Iakttagelser and Kvitterade iakttagelser of a Word document: what is doubtful about its figures."""

from collections.abc import Callable, Mapping

from attrs import frozen

from styrmodell.finding import Finding, Findings
from styrmodell.report.edition_text import (
    ACKNOWLEDGED_COLUMNS,
    ACKNOWLEDGED_INTRO,
    ACKNOWLEDGED_TITLE,
    FINDINGS_COLUMNS,
    FINDINGS_INTRO,
    FINDINGS_TITLE,
    acknowledged_by,
)
from styrmodell.report.palette import ALARM
from styrmodell.report.word.cell import cell_xml, row_xml
from styrmodell.report.word.markup import paragraph, run
from styrmodell.report.word.measure import bold_width
from styrmodell.report.word.table_head import HEADER_ROW, table_head

_SHARES = (14, 20, 24, 20, 22)
_SIZE = 18  # half points of the text in a table


@frozen(kw_only=True)
class Listed:
    """A list of findings: *of* picks them, *texts* is what stands after the code and the place of one."""

    title: str
    intro: str
    columns: tuple[str, ...]
    of: Callable[[Findings], Findings]
    texts: Callable[[Finding], tuple[str, ...]]


def _acknowledged_texts(finding: Finding) -> tuple[str, ...]:
    one = finding.acknowledged
    return finding.found(), one.why if one is not None else "", acknowledged_by(one)


OPEN = Listed(
    title=FINDINGS_TITLE,
    intro=FINDINGS_INTRO,
    columns=FINDINGS_COLUMNS,
    of=Findings.open,
    texts=lambda finding: (finding.found(), finding.expected(), finding.do()),
)
ACKNOWLEDGED = Listed(
    title=ACKNOWLEDGED_TITLE,
    intro=ACKNOWLEDGED_INTRO,
    columns=ACKNOWLEDGED_COLUMNS,
    of=Findings.acknowledged,
    texts=_acknowledged_texts,
)


def findings_xml(findings: Findings, listed: Listed, heading: str, styles: Mapping[str, str], width: int) -> str:
    """Heading, a line of introduction and a table with one row a finding.

    Args:
        heading: The heading, as XML.
        styles: Invariant style name → id.
        width: Room between the margins, in twips.
    """
    widths = _widths(findings, width)
    count = f"{len(findings)} {'iakttagelse' if len(findings) == 1 else 'iakttagelser'}"
    head = table_head(listed.title, count, styles["Styrmodelltabell"], widths)
    rows = "".join(_row(finding, listed.texts(finding), styles["Tabelltext"], widths) for finding in findings)
    return (
        heading
        + paragraph("", run(listed.intro), "<w:keepNext/>")
        + f"<w:tbl>{head}{_header(listed.columns, styles['Tabellhuvud'], widths)}{rows}</w:tbl>"
    )


def _widths(findings: Findings, width: int) -> tuple[int, ...]:
    """No code breaks: "jamtland-harjedalen.12" is longer than "SM317"."""
    shares = [width * share // 100 for share in _SHARES]
    codes = [one for finding in findings for one in (finding.code.code, finding.severity_word())]
    first = min(max(bold_width(codes, _SIZE), shares[0]), width // 3)
    return (first, *(share * (width - first) // sum(shares[1:]) for share in shares[1:]))


def _header(columns: tuple[str, ...], style: str, widths: tuple[int, ...]) -> str:
    cells = "".join(cell_xml(width, paragraph(style, run(name))) for name, width in zip(columns, widths, strict=True))
    return row_xml(HEADER_ROW, cells)


def _row(finding: Finding, texts: tuple[str, ...], style: str, widths: tuple[int, ...]) -> str:
    color = f'<w:color w:val="{ALARM}"/>' if finding.code.severity.value == "error" else ""
    code = run(f"{finding.code.code}\n{finding.severity_word()}", f"<w:b/><w:bCs/>{color}")
    blocks = [paragraph(style, code), *(paragraph(style, run(text)) for text in (str(finding.source), *texts))]
    cells = "".join(cell_xml(width, block, align="top") for width, block in zip(widths, blocks, strict=True))
    return row_xml("<w:trPr><w:cantSplit/></w:trPr>", cells)
