"""The section Iakttagelser of a Word document: what is doubtful about its figures."""

from collections.abc import Mapping

from styrmodell.finding import Finding, Findings
from styrmodell.report.edition_text import FINDINGS_COLUMNS, FINDINGS_INTRO, FINDINGS_TITLE
from styrmodell.report.palette import ALARM
from styrmodell.report.word.markup import paragraph, run
from styrmodell.report.word.table import table_head

_SHARES = (14, 20, 24, 20, 22)


def findings_xml(findings: Findings, styles: Mapping[str, str], width: int) -> str:
    """Heading, a line of introduction and a table with one row a finding; nothing when there are none.

    Args:
        styles: Invariant style name → id.
        width: Room between the margins, in twips.
    """
    if not findings:
        return ""
    widths = tuple(width * share // 100 for share in _SHARES)
    head = table_head(FINDINGS_TITLE, f"{len(findings)} iakttagelser", styles["Styrmodelltabell"], widths)
    rows = "".join(_row(finding, styles["Tabelltext"], widths) for finding in findings)
    return (
        paragraph(styles["heading 1"], run(FINDINGS_TITLE))
        + paragraph("", run(FINDINGS_INTRO), "<w:keepNext/>")
        + f"<w:tbl>{head}{_header(styles['Tabellhuvud'], widths)}{rows}</w:tbl>"
    )


def _header(style: str, widths: tuple[int, ...]) -> str:
    cells = "".join(
        _cell(width, paragraph(style, run(name))) for name, width in zip(FINDINGS_COLUMNS, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(finding: Finding, style: str, widths: tuple[int, ...]) -> str:
    color = f'<w:color w:val="{ALARM}"/>' if finding.code.severity.value == "error" else ""
    code = run(f"{finding.code.code}\n{finding.severity_word()}", f"<w:b/><w:bCs/>{color}")
    texts = (str(finding.source), finding.found(), finding.expected(), finding.do())
    blocks = [paragraph(style, code), *(paragraph(style, run(text)) for text in texts)]
    cells = "".join(_cell(width, block) for width, block in zip(widths, blocks, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(width: int, block: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{block}</w:tc>'
