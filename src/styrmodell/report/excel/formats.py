"""The look of a workbook: one restrained set of formats, each made once."""

from typing import Any

from attrs import define, field

from styrmodell.model.baselines.value import TRUTH
from styrmodell.report import palette
from styrmodell.report.numbers import NumberStyle, excel_format
from styrmodell.report.status_mark import Tone
from styrmodell.report.table import ColumnKind

# XlsxWriter's own objects: they come without types.
Workbook = Any
Sheet = Any
Format = Any
Looks = dict[str, object]

_INK, _QUIET, _ALARM = f"#{palette.INK}", f"#{palette.MUTED}", f"#{palette.ALARM}"
_RULE, _ACCENT = f"#{palette.LINE}", f"#{palette.ACCENT}"
_THIN, _HAIR = 1, 7
_DAY = "yyyy-mm-dd"
# The words of a course lie under its line: Excel shows nothing of them, a screen reader reads them.
_UNSHOWN = ";;;"

# An indent counts only from a side that is named.
_TEXT: Looks = {"text_wrap": True, "align": "left", "valign": "top", "font_color": _INK}
_HEADER: Looks = {
    **_TEXT, "bold": True, "bg_color": f"#{palette.TINT}", "valign": "bottom", "bottom": _THIN, "bottom_color": _INK,
}  # fmt: skip
_ROW: Looks = {"font_color": _INK, "valign": "vcenter", "bottom": _HAIR, "bottom_color": _RULE}
_LEVELS: dict[str, Looks] = {
    "list": {"font_color": _INK, "valign": "top"},
    "square": {**_ROW, "border": _THIN, "border_color": f"#{palette.PAPER}", "text_wrap": True, "bold": True},
    "total": {**_ROW, "bold": True, "top": _THIN, "top_color": _INK},
    "heading": {**_ROW, "bold": True, "bg_color": f"#{palette.BAND}", "valign": "bottom"},
}
_SIDES: dict[ColumnKind, Looks] = {
    ColumnKind.FIGURE: {"align": "right"},
    ColumnKind.COUNT: {"align": "right", "num_format": "#,##0"},
    ColumnKind.TEXT: {"align": "left", "text_wrap": True, "indent": 1},
    ColumnKind.MARK: {"align": "center"},
    ColumnKind.STATUS: {"align": "left", "text_wrap": True, "indent": 1},
    ColumnKind.RATING: {"align": "left", "text_wrap": True, "indent": 1},
    ColumnKind.DATE: {"align": "left", "num_format": _DAY, "indent": 1},
    ColumnKind.TREND: {"align": "right", "num_format": _UNSHOWN},
}
# What is to be filled in, by hand.
_FIELD: Looks = {"locked": False, "bg_color": f"#{palette.ENTRY}", "border": _HAIR, "border_color": f"#{palette.MUTED}"}
_MARK_LIMIT = 60
# A quotation mark would end the text inside a number format.
_QUOTES = str.maketrans({'"': "”"})

_LOOKS: dict[str, Looks] = {
    "notice": {**_TEXT, "bold": True, "font_color": _ALARM, "bg_color": f"#{palette.BAD.field}", "valign": "vcenter",
               "indent": 1},
    "appendix": {**_TEXT, "bold": True, "font_color": _QUIET, "valign": "bottom"},
    "title": {**_TEXT, "bold": True, "font_size": 16, "font_color": _ACCENT},
    "subtitle": {**_TEXT, "font_size": 12, "font_color": _QUIET},
    "fact": {**_TEXT},
    "last fact": {**_TEXT},
    "fact name": {**_TEXT, "font_color": _QUIET},
    "caption": {**_TEXT, "bold": True, "font_size": 12, "valign": "bottom"},
    "note": {**_TEXT, "font_size": 10, "font_color": _QUIET},
    "first note": {**_TEXT, "font_size": 10, "font_color": _QUIET, "valign": "bottom"},
    "heading": {**_TEXT, "bold": True, "font_size": 14, "font_color": _ACCENT, "valign": "bottom"},
    "heading 2": {**_TEXT, "bold": True, "font_size": 12, "valign": "bottom"},
    "heading 3": {**_TEXT, "bold": True, "valign": "bottom"},
    "paragraph": {**_TEXT},
    "item": {**_TEXT, "indent": 1},
    "item 2": {**_TEXT, "indent": 3},
    "item 3": {**_TEXT, "indent": 5},
    "footnote": {**_TEXT, "font_size": 10},
    "link": {**_TEXT, "font_color": _ACCENT, "underline": 1},
    "list title": {"bold": True, "font_size": 16, "font_color": _ACCENT},
    "list purpose": {"font_color": _QUIET},
    "header": {**_HEADER},
    "number header": {**_HEADER, "align": "right"},
    "word header": {**_HEADER, "align": "left", "indent": 1},
    "mark header": {**_HEADER, "align": "center"},
    "group": {**_HEADER, "align": "center", "bottom": _HAIR, "bottom_color": _QUIET},
    "corner": {**_HEADER, "bottom": 0},
    "cell": {**_TEXT, "align": "left", "indent": 1},
    "date": {**_TEXT, "num_format": _DAY, "align": "left", "indent": 1},
    "row group": {**_ROW, "text_wrap": True, "align": "left", "valign": "top", "bold": True},
    "field": {**_TEXT, **_FIELD, "align": "left", "indent": 1, "num_format": "@"},
    "day field": {**_TEXT, **_FIELD, "align": "left", "indent": 1, "num_format": _DAY},
    "mark field": {**_TEXT, **_FIELD, "align": "center", "num_format": "@"},
    "number field": {**_TEXT, **_FIELD, "align": "right"},
    "shown": {**_TEXT, "font_color": _QUIET, "border": _HAIR, "border_color": _RULE, "indent": 1},
    "field example": {**_TEXT, **_FIELD, "locked": True},
    "count": {**_TEXT, "align": "right"},
    "scale": {**_HEADER, "valign": "vcenter", "bottom": 0},
    "scale foot": {**_HEADER, "align": "center"},
}  # fmt: skip


@define(kw_only=True, eq=False)
class Formats:
    """The formats of one workbook."""

    workbook: Workbook
    _known: dict[object, Format] = field(factory=dict)
    # By the style's own identity, with the style, which so lives as long: thousands of figures share a few.
    _figures: dict[tuple[int, str, str], tuple[NumberStyle, Format]] = field(factory=dict)

    def look(self, name: str) -> Format:
        """The format called *name*: "title", "header", "note" ..."""
        return self._get(name, _LOOKS[name])

    def label(self, level: str) -> Format:
        """The label of a row: "body", "sub", "total" or "heading"."""
        found = self._known.get(("label", level))
        if found is not None:
            return found
        indent: Looks = {"indent": 2} if level == "sub" else {}
        return self._get(("label", level), {**_LEVELS.get(level, _ROW), "align": "left", **indent, "text_wrap": True})

    def missing(self, level: str) -> Format:
        """A cell that should hold a figure and does not."""
        looks = {**_LEVELS.get(level, _ROW), "italic": True, "align": "right", "font_color": _QUIET}
        return self._get(("missing", level), looks)

    def words(self, kind: ColumnKind, level: str, tone: Tone | None = None, marks: str = "") -> Format:
        """A cell of words of a *kind*, in the colours of *tone*; *marks* stand after a date or a course."""
        key = (kind, level, tone, marks)
        found = self._known.get(key)
        if found is None:
            colours: Looks = {}
            if tone is not None:
                colours = {"font_color": f"#{tone.look.ink}", "bg_color": f"#{tone.look.field}"}
            looks = {**_LEVELS.get(level, _ROW), **_SIDES[kind], **colours}
            if marks and "num_format" in looks:
                looks["num_format"] = f'{looks["num_format"]}" {_in_quotes(marks)}"'
            found = self._get(key, looks)
        return found

    def figure(self, style: NumberStyle, level: str = "body", marks: str = "") -> Format:
        """A figure in *style*, with footnote *marks* after it as part of its number format."""
        met = self._figures.get((id(style), level, marks))
        if met is not None:
            return met[1]
        key = (style.percent, style.unit == TRUTH, style.after, style.decimals, style.signed, level, marks)
        found = self._known.get(key)
        if found is None:
            pattern = excel_format(style, _in_quotes(marks))
            found = self._get(key, {**_LEVELS.get(level, _ROW), "align": "right", "num_format": pattern})
        self._figures[id(style), level, marks] = (style, found)
        return found

    def entry(self, style: NumberStyle) -> Format:
        """A figure in *style* that is to be filled in."""
        looks = {**_ROW, **_FIELD, "align": "right", "num_format": excel_format(style, "")}
        return self._get(("entry", style.unit == "%", style.decimals, style.signed), looks)

    def _get(self, key: object, looks: Looks) -> Format:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self.workbook.add_format(looks)
        return found


def _in_quotes(marks: str) -> str:
    return marks.translate(_QUOTES)[:_MARK_LIMIT]
