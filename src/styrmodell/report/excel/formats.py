"""The look of a workbook: one restrained set of formats, each made once."""

from typing import Any

from attrs import define, field

from styrmodell.report.numbers import NumberStyle, excel_format

# XlsxWriter's own objects: they come without types.
Workbook = Any
Sheet = Any
Format = Any

INK = "#1F2933"
QUIET = "#52606D"
ALARM = "#A4161A"
_RULE = "#C5CED8"
_HEAD = "#DCE6EF"
_BAND = "#EEF2F6"
_ALARM_BAND = "#FBE9E7"
_THIN, _HAIR = 1, 7

_TEXT = {"text_wrap": True, "valign": "top", "font_color": INK}
_HEADER = {**_TEXT, "bold": True, "bg_color": _HEAD, "valign": "bottom", "bottom": _THIN, "bottom_color": INK}
_ROW = {"font_color": INK, "valign": "vcenter", "bottom": _HAIR, "bottom_color": _RULE}
_TOTAL = {**_ROW, "bold": True, "top": _THIN, "top_color": INK}
_LEVELS: dict[str, dict[str, object]] = {
    "list": {"font_color": INK, "valign": "top"},
    "total": _TOTAL,
    "heading": {**_ROW, "bold": True, "bg_color": _BAND, "valign": "bottom"},
}
_MARK_LIMIT = 60

_LOOKS: dict[str, dict[str, object]] = {
    "notice": {**_TEXT, "bold": True, "font_color": ALARM, "bg_color": _ALARM_BAND, "valign": "vcenter", "indent": 1},
    "appendix": {**_TEXT, "bold": True, "font_color": QUIET, "valign": "bottom"},
    "title": {**_TEXT, "bold": True, "font_size": 16},
    "fact": {**_TEXT},
    "last fact": {**_TEXT},
    "caption": {**_TEXT, "bold": True, "font_size": 12, "valign": "bottom"},
    "note": {**_TEXT, "font_size": 10, "font_color": QUIET},
    "first note": {**_TEXT, "font_size": 10, "font_color": QUIET, "valign": "bottom"},
    "heading": {**_TEXT, "bold": True, "font_size": 12},
    "paragraph": {**_TEXT},
    "list title": {"bold": True, "font_size": 16, "font_color": INK},
    "list purpose": {"font_color": QUIET},
    "header": {**_HEADER},
    "number header": {**_HEADER, "align": "right"},
    "group": {**_HEADER, "align": "center", "bottom": _HAIR, "bottom_color": QUIET},
    "corner": {**_HEADER, "bottom": 0},
    "list header": {**_HEADER, "align": "left", "indent": 1},
    "cell": {**_TEXT, "align": "left", "indent": 1},
    "date": {**_TEXT, "num_format": "yyyy-mm-dd", "align": "left", "indent": 1},
}


@define(kw_only=True, eq=False)
class Formats:
    """The formats of one workbook."""

    workbook: Workbook
    _known: dict[object, Format] = field(factory=dict)

    def look(self, name: str) -> Format:
        """The format called *name*: "title", "header", "note" ..."""
        return self._get(name, _LOOKS[name])

    def label(self, level: str) -> Format:
        """The label of a row: "body", "total" or "heading"."""
        return self._get(("label", level), {**_LEVELS.get(level, _ROW), "text_wrap": True})

    def missing(self, level: str) -> Format:
        """A cell that should hold a figure and does not."""
        looks = {**_LEVELS.get(level, _ROW), "italic": True, "align": "right", "font_color": QUIET}
        return self._get(("missing", level), looks)

    def figure(self, style: NumberStyle, level: str = "body", marks: str = "") -> Format:
        """A figure in *style*, with footnote *marks* after it as part of its number format."""
        key = (style.unit if style.percent else "", style.decimals, level, marks)
        found = self._known.get(key)
        if found is None:
            # A quotation mark would end the text inside the number format.
            safe = marks.replace('"', "”")[:_MARK_LIMIT]
            looks = {**_LEVELS.get(level, _ROW), "align": "right", "num_format": excel_format(style, safe)}
            found = self._get(key, looks)
        return found

    def _get(self, key: object, looks: dict[str, object]) -> Format:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self.workbook.add_format(looks)
        return found
