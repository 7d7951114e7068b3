"""A comparison as text for a console of a hundred columns."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from styrmodell.report.numbers import NBSP
from styrmodell.session.compare import words
from styrmodell.session.compare.difference import (
    CELLS,
    JUDGEMENTS,
    OBSERVATIONS,
    ChangeGroup,
    ChangeKind,
    Difference,
    of_group,
)
from styrmodell.session.compare.field_words import kind_name
from styrmodell.session.compare.figures import delta_words, relative_words
from styrmodell.session.compare.ranking import causes_of, largest_first
from styrmodell.session.compare.side import ComparedSide

WIDTH = 100
MOST = 25
_MOST_PRINTED = 10
_MOST_CAUSES = 5
_INDENT = "  "
# Kinds whose names say what they are.
_BY_NAME = (OBSERVATIONS, CELLS, JUDGEMENTS)


def comparison_text(sides: tuple[ComparedSide, ComparedSide], changes: Sequence[Difference], lang: str) -> str:
    """The changes, group by group: at most 25 of each, the ten largest of printed figures; and how many more."""
    return "\n".join(_Teller(sides=sides, changes=changes, lang=lang).lines())


@define(kw_only=True, eq=False)
class _Teller:
    sides: tuple[ComparedSide, ComparedSide]
    changes: Sequence[Difference]
    lang: str
    by_ref: Mapping[str, Difference] = field(init=False)

    def __attrs_post_init__(self) -> None:
        inputs = [change for change in self.changes if not change.is_derived]
        self.by_ref = {change.ref: change for change in reversed(inputs)}

    def lines(self) -> Iterator[str]:
        yield words.TITLE.get(self.lang)
        for word, side in zip((words.BEFORE, words.NOW), self.sides, strict=True):
            yield from _wrapped(f"{word.get(self.lang):<6} {side.title}", 0, 9)
        if not self.changes:
            yield ""
            yield words.NOTHING.get(self.lang)
        for group in ChangeGroup:
            if found := of_group(self.changes, group):
                yield from self.group(group, found)

    def group(self, group: ChangeGroup, found: Sequence[Difference]) -> Iterator[str]:
        yield ""
        yield f"{words.GROUPS[group].get(self.lang)} ({len(found)})"
        is_printed = group is ChangeGroup.PRINTED
        ordered, most = (largest_first(found), _MOST_PRINTED) if is_printed else (tuple(found), MOST)
        before: tuple[str, ...] = ()
        for change in ordered[:most]:
            yield from self.change(change, before)
            before = change.moved_by
        if len(found) > most:
            yield f"{_INDENT}… {words.MORE.get(self.lang).format(count=len(found) - most)}"

    def change(self, change: Difference, before: tuple[str, ...]) -> Iterator[str]:
        """A change in a few lines; *before* is what moved the one above it."""
        yield from _wrapped(self.head(change), 2, 6)
        if change.kind is ChangeKind.CHANGED or change.object_kind in _BY_NAME:
            yield from _wrapped(self.moved(change), 4, 6)
        if change.is_derived:
            yield from self.causes(change, before)
        elif told := self.told(change):
            yield from _wrapped(told, 4, 6)

    def head(self, change: Difference) -> str:
        if change.object_kind in _BY_NAME:
            beside = f", {change.field_name}" if change.field not in ("", "value") and not change.is_derived else ""
            return f"{change.name}{beside}"
        kind = kind_name(change.object_kind, self.lang)
        what = f"{kind[:1].upper()}{kind[1:]} {change.name}"
        if not change.field:
            known = f" ({change.object})" if change.object not in change.name else ""
            return f"{words.KINDS[change.kind].get(self.lang)}: {what}{known}"
        return f"{what}: {change.field_name if self.lang != 'en' else change.field}"

    def moved(self, change: Difference) -> str:
        old, new = words.pair_words(change)
        if change.kind is not ChangeKind.CHANGED:
            return f"{words.KINDS[change.kind].get(self.lang)}: {new or old or '–'}"
        return f"{old or '–'} → {new or '–'}{self.delta(change)}"

    def delta(self, change: Difference) -> str:
        told = (delta_words(change.delta, change.style), relative_words(change.relative))
        if change.style.percent:
            told = (*told[:1], "")
        known = ", ".join(text for text in (*told, words.better_word(change, self.lang)) if text)
        return f"  ({known})" if known else ""

    def told(self, change: Difference) -> str:
        """How it came about, who says so and why."""
        manner = words.MANNERS[change.manner].get(self.lang) if change.manner is not None else ""
        by = f"{words.BY.get(self.lang)} {change.who}" if change.who else ""
        when = f"{words.REPORTED.get(self.lang)} {change.when.isoformat()}" if change.when else ""
        said = f"”{' '.join(change.comment.split())}”" if change.comment else ""
        lacks = words.NO_COMMENT.get(self.lang) if change.lacks_comment else ""
        return ", ".join(text for text in (manner, " ".join(filter(None, (when, by))), said, lacks) if text)

    def causes(self, change: Difference, before: tuple[str, ...]) -> Iterator[str]:
        if before and change.moved_by == before:
            yield f"    {words.BECAUSE.get(self.lang)} {words.THE_SAME.get(self.lang)}"
            return
        found = causes_of(change, self.by_ref)
        if not found and change.kind is ChangeKind.CHANGED and self.by_ref:
            yield from _wrapped(f"{words.BECAUSE.get(self.lang)} {words.NO_CAUSE.get(self.lang)}", 4, 6)
        for cause in found[:_MOST_CAUSES]:
            old, new = words.pair_words(cause)
            moved = f"{old or '–'} → {new or '–'}" if cause.field else words.KINDS[cause.kind].get(self.lang)
            yield from _wrapped(f"{words.BECAUSE.get(self.lang)} {self.head(cause)} ({moved})", 4, 6)
        if len(found) > _MOST_CAUSES:
            yield f"    … +{len(found) - _MOST_CAUSES}"


def _wrapped(text: str, first: int, others: int) -> list[str]:
    """*text* in lines of at most a hundred columns; figures are not broken."""
    held = text.replace(NBSP, "\x00")
    lines = textwrap.wrap(
        held,
        WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\x00", NBSP) for line in lines]
