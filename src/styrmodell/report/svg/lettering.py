"""Text in charts: how wide it is about, where it breaks, and how it is shortened when it has no room."""

import re
from collections.abc import Sequence
from functools import lru_cache

from styrmodell.report.xml_text import xml_text

SIZE = 12
LINE_HEIGHT = 14
_ELLIPSIS = "…"
_USUAL = 0.57
# Widths in parts of the size, as Arial has them and a little more: a label too wide is worse than one too early broken.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!", 0.26),
    **dict.fromkeys("ftr()[]-/ \u00a0", 0.34),
    **dict.fromkeys("mMwW%@—…", 0.92),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZÅÄÖ&", 0.73),
}
# Swedish compounds break after a hyphen or a slash.
_WORDS = re.compile(r"[^ \t\n/-]+[/-]*|[/-]+")


# The same years, ticks and names come again in chart after chart.
@lru_cache(maxsize=4096)
def width_of(text: str, size: float = SIZE) -> float:
    """About how wide *text* prints, rather too wide than too narrow."""
    get = _WIDTHS.get
    return sum([get(letter, _USUAL) for letter in text]) * size


def widest(texts: Sequence[str], size: float = SIZE) -> float:
    """The width of the widest of *texts*; 0 for none."""
    return max([width_of(text, size) for text in texts], default=0.0)


def shortened(text: str, room: float, size: float = SIZE) -> str:
    """*text*, or as much of its beginning as has room before an ellipsis."""
    if width_of(text, size) <= room:
        return text
    left = room - width_of(_ELLIPSIS, size)
    kept = 0
    for letter in text:
        left -= _WIDTHS.get(letter, _USUAL) * size
        if left < 0:
            break
        kept += 1
    return text[:kept].rstrip() + _ELLIPSIS


@lru_cache(maxsize=1024)
def broken(text: str, room: float, most: int) -> tuple[str, ...]:
    """*text* broken into lines of at most *room*; the last of *most* lines is shortened where more is left."""
    if width_of(text) <= room:
        return (text,)
    lines, line = list[str](), ""
    for word in _pieces(text):
        if line and width_of(line + word.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line += word
    lines.append(line.rstrip())
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return tuple(shortened(each, room) for each in lines)


def fits(text: str, room: float, most: int) -> bool:
    """Whether *text* stands in *most* lines of *room* with nothing left out."""
    return width_of(text) <= room or not any(line.endswith(_ELLIPSIS) for line in broken(text, room, most))


def _pieces(text: str) -> list[str]:
    """Words with the spaces after them; a compound is parted after its hyphen."""
    found = list(_WORDS.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [text[match.start() : end].replace("\n", " ") for match, end in zip(found, ends, strict=True)] or [text]


def text_at(x: float, y: float, text: str, anchor: str = "", full: str = "", extra: str = "") -> str:
    """A line of text.

    Args:
        anchor: "middle" or "end"; it begins at *x* without.
        full: The whole text, told when one points at it, where *text* is shortened.
        extra: More attributes, ready to print.
    """
    at = f' text-anchor="{anchor}"{extra}' if anchor else extra
    more = f"<title>{xml_text(full)}</title>" if full and full != text else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{at}>{more}{xml_text(text)}</text>'


def clear_of_lines(texts: str) -> str:
    """*texts* with a rim of paper, for those that lines may run behind."""
    return (
        f'<g paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round">{texts}</g>' if texts else ""
    )


def lines_at(x: float, y: float, lines: Sequence[str], anchor: str, full: str) -> str:
    """Lines of text below each other, the first at *y*."""
    if len(lines) == 1:
        return text_at(x, y, lines[0], anchor, full)
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + LINE_HEIGHT * place:.1f}">{xml_text(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    at = f' text-anchor="{anchor}"' if anchor else ""
    more = f"<title>{xml_text(full)}</title>" if any(line.endswith(_ELLIPSIS) for line in lines) else ""
    return f"<text{at}>{more}{spans}</text>"
