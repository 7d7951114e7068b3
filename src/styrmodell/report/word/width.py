"""How wide the columns of a printed table are, in twips (twentieths of a point)."""

from collections.abc import Sequence

from attrs import evolve, frozen

from styrmodell.report.table import Table
from styrmodell.report.word.ruler import SMALLEST, SPARING, Care, Ruler

_SIZES = (18, 16, 15, 14, 13)
_GENEROUS = 1.6
_MOST = 70  # per cent of a table that figures take where there is running text
# Below this size long headings over marks are turned.
_TURNED_BELOW = 14


@frozen(kw_only=True)
class Widths:
    """How a table shares the page.

    Attributes:
        group: The column of row groups; 0 where rows are not grouped.
        label: The label column.
        columns: One width a column.
        size: Type size in half points that makes it fit.
        turned: Columns whose headings are turned, to be read from below; they leave room for running text.
        height: What the turned headings take of the page's height.
        aired: Columns that begin so far in that their words do not touch the figures before them.
    """

    group: int = 0
    label: int
    columns: tuple[int, ...]
    size: int
    turned: frozenset[int] = frozenset()
    height: int = 0
    aired: frozenset[int] = frozenset()

    @property
    def lead(self) -> int:
        """Groups and labels together."""
        return self.group + self.label

    @property
    def all(self) -> tuple[int, ...]:
        """Every column of the grid."""
        return (self.group, self.label, *self.columns) if self.group else (self.label, *self.columns)


def fit(table: Table, texts: Sequence[Sequence[str]], width: int) -> Widths:
    """Share *width* twips, in the largest type in which no figure breaks.

    Figures and other short content take what they need. Where there is running text, it and the labels share what is
    left in proportion to what they say; else the figures take equal columns.

    Args:
        texts: The printed texts of each column.
    """
    ruler = Ruler(table=table, texts=texts, width=width)
    found = _fitted(ruler, width)
    if found.size > _TURNED_BELOW or len(ruler.flowing) == 1 or not ruler.may_turn():
        return found
    ruler.turned = ruler.may_turn()
    again = _fitted(ruler, width)
    return evolve(again, turned=ruler.turned, height=ruler.height(again.size))


def _fitted(ruler: Ruler, width: int) -> Widths:
    # With room to spare nothing is crowded, in somewhat smaller type if running text needs it; with less, short words
    # are kept together beside running text, but not at the price of smaller type.
    flows = len(ruler.flowing) > 1
    tries = [(_SIZES[0], Care.AMPLE), (_SIZES[0], Care.ROOMY)]
    tries += [(_SIZES[1], Care.FAIR), (_SIZES[1], Care.ROOMY), (_SIZES[0], Care.WHOLE)] if flows else []
    # Before figures break, headings part at their hyphens and labels between words, in smaller type if that helps.
    tries += [(size, Care.USUAL) for size in _SIZES]
    tries += [(size, Care.TIGHT) for size in (_SIZES[-1], SMALLEST, _SIZES[-1])]
    for size, care in tries:
        needs, least = ruler.needs(size, care), ruler.least(size, care)
        # Figures alone are to stand in equal columns, even if their headings take more lines.
        taken = sum(needs) if flows or care not in SPARING else max(needs, default=0) * len(needs)
        if taken + sum(least) <= width:
            break
    ruler.aired = frozenset() if care is Care.TIGHT else ruler.after_figures
    if len(least) == 1:
        # Labels stand on one line where the figures leave them room.
        label = max(least[0], min(ruler.wanted(size)[0], width - max(needs, default=0) * len(needs)))
        return evolve(_shared(needs, label, width, size), aired=ruler.aired)
    most = width * _MOST // 100
    if sum(needs) > most:  # no type is small enough: what does not fit breaks
        needs = [need and max(need * most // sum(needs), 1) for need in needs]
    wanted = ruler.wanted(size)
    needs = _at_ease(needs, width - sum(needs) - sum(map(max, least, wanted)))
    shares = _in_proportion(least, wanted, width - sum(needs))
    return _placed(ruler, needs, shares, size)


def _placed(ruler: Ruler, needs: Sequence[int], shares: Sequence[int], size: int) -> Widths:
    """The widths by their columns."""
    label, *others = shares
    rest = iter(others)
    group = next(rest) if ruler.table.has_groups else 0
    columns = tuple(need or next(rest) for need in needs)
    return Widths(group=group, label=label, columns=columns, size=size, aired=ruler.aired)


def _at_ease(needs: Sequence[int], spare: int) -> list[int]:
    """Spread figures and short content where every text stands on one line and room is left."""
    wider = [int(need * (_GENEROUS - 1)) for need in needs]
    if spare <= 0 or not sum(wider):
        return list(needs)
    given = min(spare, sum(wider))
    return [need + given * more // sum(wider) for need, more in zip(needs, wider, strict=True)]


def _in_proportion(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Share *room*: to each its least, then to those that want little all of it, and the rest by what is wanted."""
    room = max(room, len(least))
    if sum(least) > room:
        shares = _levelled(least, room)
    else:
        beyond = [max(want - one, 0) for want, one in zip(wanted, least, strict=True)]
        shares = [one + more for one, more in zip(least, _given(beyond, room - sum(least)), strict=True)]
    shares[-1] += room - sum(shares)
    return shares


def _levelled(least: Sequence[int], room: int) -> list[int]:
    """Share a *room* that is too small: short words stay whole, and long ones break in equal columns."""
    shares, left = [0] * len(least), room
    for done, place in enumerate(sorted(range(len(least)), key=lambda place: least[place])):
        shares[place] = min(least[place], left // (len(least) - done))
        left -= shares[place]
    return shares


def _given(beyond: Sequence[int], room: int) -> list[int]:
    """How much of *room* each gets."""
    if sum(beyond) <= room:
        over, total = room - sum(beyond), sum(beyond) + len(beyond)
        return [one + over * (one + 1) // total for one in beyond]
    given, left = [0] * len(beyond), room
    waiting = sorted(range(len(beyond)), key=lambda place: beyond[place])
    while beyond[waiting[0]] * len(waiting) <= left:
        place = waiting.pop(0)
        given[place] = beyond[place]
        left -= beyond[place]
    total = sum(beyond[place] for place in waiting)
    for place in waiting:
        given[place] = left * beyond[place] // total
    return given


def _shared(needs: Sequence[int], label: int, width: int, size: int) -> Widths:
    """Give the room that is left first to the figures, in equal columns, then to the labels."""
    if not needs:
        return Widths(label=width, columns=(), size=size)
    room = max(width - label, len(needs))
    if sum(needs) > room:
        columns = [need * room // sum(needs) for need in needs]
    else:
        widest = int(max(needs) * _GENEROUS)
        equal = min(room // len(needs), widest)
        columns = [equal] * len(needs) if equal >= max(needs) else list(needs)
    return Widths(label=width - sum(columns), columns=tuple(columns), size=size)
