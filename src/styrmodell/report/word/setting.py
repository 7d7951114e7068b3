"""Settings of a Word document, put where the schema wants them."""

from typing import Any

from styrmodell.report.engines import docx_engine
from styrmodell.report.word.markup import W

# Of CT_Settings: what may stand after the settings made here, in order.
_ORDER = (
    "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr",
    "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip


def put_setting(document: Any, xml: str) -> None:
    """Add the setting *xml*, or let it replace the one there is."""
    settings = document.settings.element
    setting = docx_engine().oxml.parse_xml(xml)
    for there in settings.findall(setting.tag):
        settings.remove(there)
    later = _ORDER[_ORDER.index(_local(setting)) + 1 :]
    after = next((child for child in settings if _local(child) in later), None)
    if after is None:
        settings.append(setting)
    else:
        after.addprevious(setting)


def update_fields(document: Any) -> None:
    """Let Word ask, when the document is opened, whether to work out page numbers."""
    put_setting(document, f'<w:updateFields xmlns:w="{W}" w:val="true"/>')


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
