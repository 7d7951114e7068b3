"""The section Iakttagelser of a Word document: what is doubtful about its figures."""

from collections.abc import Mapping

from styrmodell.finding import Finding, Findings
from styrmodell.report.edition_text import FINDINGS_COLUMNS, FINDINGS_INTRO, FINDINGS_TITLE
from styrmodell.report.palette import ALARM
from styrmodell.report.word.cell import cell_xml, row_xml
from styrmodell.report.word.markup import paragraph, run
from styrmodell.report.word.table_head import HEADER_ROW, table_head

_SHARES = (14, 20, 24, 20, 22)


def findings_xml(findings: Findings, heading: str, styles: Mapping[str, str], width: int) -> str:
    """Heading, a line of introduction and a table with one row a finding.

    Args:
        heading: The heading, as XML.
        styles: Invariant style name → id.
        width: Room between the margins, in twips.
    """
    widths = tuple(width * share // 100 for share in _SHARES)
    head = table_head(FINDINGS_TITLE, f"{len(findings)} iakttagelser", styles["Styrmodelltabell"], widths)
    rows = "".join(_row(finding, styles["Tabelltext"], widths) for finding in findings)
    return (
        heading
        + paragraph("", run(FINDINGS_INTRO), "<w:keepNext/>")
        + f"<w:tbl>{head}{_header(styles['Tabellhuvud'], widths)}{rows}</w:tbl>"
    )


def _header(style: str, widths: tuple[int, ...]) -> str:
    cells = "".join(
        cell_xml(width, paragraph(style, run(name))) for name, width in zip(FINDINGS_COLUMNS, widths, strict=True)
    )
    return row_xml(HEADER_ROW, cells)


def _row(finding: Finding, style: str, widths: tuple[int, ...]) -> str:
    color = f'<w:color w:val="{ALARM}"/>' if finding.code.severity.value == "error" else ""
    code = run(f"{finding.code.code}\n{finding.severity_word()}", f"<w:b/><w:bCs/>{color}")
    texts = (str(finding.source), finding.found(), finding.expected(), finding.do())
    blocks = [paragraph(style, code), *(paragraph(style, run(text)) for text in texts)]
    cells = "".join(cell_xml(width, block, align="top") for width, block in zip(widths, blocks, strict=True))
    return row_xml("<w:trPr><w:cantSplit/></w:trPr>", cells)
