"""overrullning.md: what followed, what stayed behind and what somebody must decide, in Swedish or English."""

import re
from collections.abc import Iterator

from attrs import frozen

from styrmodell.finding import Finding, Text
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.save.plain_tree import plain_tree
from styrmodell.model.checks.known_names import THING_WORDS
from styrmodell.model.expression_text import expression_text
from styrmodell.session.overview import OBSERVATIONS, PLURALS
from styrmodell.session.rollover import note_words as words
from styrmodell.session.rollover.codes import COMMENTS_LOST, MOVED, REFERENCE_LEFT
from styrmodell.session.rollover.rolled import LeftBehind, Rolled
from styrmodell.session.workspace import Workspace

# A reader of the note knows figures as värden.
_PLURALS = {**PLURALS, OBSERVATIONS: "värden"}
# What is only to be known; the rest is for somebody to decide.
_KNOWN = (MOVED, REFERENCE_LEFT, COMMENTS_LOST)
_KINDS = (*(kind for kind, _ in OBJECT_KINDS), OBSERVATIONS)


def note_text(rolled: Rolled, workspace: Workspace, lang: str = "sv") -> str:
    """The note as Markdown, in *lang*."""
    return "\n".join(_Note(rolled=rolled, workspace=workspace, lang=lang).lines()) + "\n"


def counts(rolled: Rolled) -> Iterator[tuple[str, int, int]]:
    """(kind, how many followed, how many stayed behind), for kinds that the plan has."""
    for kind in _KINDS:
        there = len(getattr(rolled.plan, kind)) - (rolled.added if kind == OBSERVATIONS else 0)
        left = sum(one.count for one in rolled.left if one.kind == kind)
        if there or left:
            yield kind, there, left


def kind_words(kind: str, lang: str = "sv") -> str:
    """The word for many of one kind ("risker", "risks")."""
    if lang == "en":
        return "figures" if kind == OBSERVATIONS else kind.replace("_", " ")
    return _PLURALS.get(kind, THING_WORDS[kind][0] if kind in THING_WORDS else kind)


@frozen(kw_only=True)
class _Note:
    rolled: Rolled
    workspace: Workspace
    lang: str

    def lines(self) -> Iterator[str]:
        old, new = self.rolled.turn.old.text, self.rolled.turn.new.text
        yield self.say(words.TITLE, year=new)
        yield ""
        yield self.say(words.FROM, name=self.workspace.name or self.say(words.PLAN_OF, year=old))
        yield self.say(words.EMPTY)
        decide = (*self.told(decide=True), *self.sections(), *self.with_the_old_year())
        yield from self.part(words.DECIDE, decide, words.NOTHING)
        yield from self.part(words.KNOW, tuple(self.told(decide=False)), words.NOTHING)
        yield from self.part(words.STARTS, tuple(self.starts()), words.NONE)
        yield from self.part(words.FOLLOWED, tuple(self.followed()), words.NOTHING)
        yield from self.part(words.STAYED, tuple(map(self.left, self.rolled.left)), words.NOTHING)

    def say(self, text: Text, **known: object) -> str:
        return text.get(self.lang).format(**known)

    def part(self, heading: Text, lines: tuple[str, ...], nothing: Text) -> Iterator[str]:
        yield from ("", f"## {self.say(heading, year=self.rolled.turn.old.text)}", "")
        yield from lines or (self.say(nothing),)

    def told(self, *, decide: bool) -> Iterator[str]:
        for one in self.rolled.findings:
            if (one.code not in _KNOWN) == decide:
                yield self.finding(one)

    def finding(self, one: Finding) -> str:
        do = _plain(one.do(self.lang))
        return f"- {one.code.code}: {_plain(one.found(self.lang))}. {do[:1].upper()}{do[1:]}."

    def sections(self) -> Iterator[str]:
        """Running text is to be rewritten: the plan's own, and that of Word files."""
        if count := sum(bool(one.text.strip()) for one in self.rolled.plan.sections):
            yield self.say(words.SECTIONS, count=count)
        for file in sorted(str(text.source) for text in self.workspace.texts.values()):
            yield self.say(words.WORD_FILE, file=_plain(file))

    def with_the_old_year(self) -> Iterator[str]:
        """What follows as it is and names the old year: settings, definitions and tables."""
        old = f"{self.rolled.turn.old.first_year:04d}"
        year = re.compile(rf"(?<!\d){old}(?!\d)")
        for report, pairs in self.workspace.settings.items():
            for name, value in pairs:
                if year.search(value):
                    yield self.say(words.SETTING, name=name, report=report, value=_plain(value))
        for measure in self.rolled.plan.measures:
            if measure.definition is not None and year.search(text := expression_text(measure.definition)):
                yield self.say(words.DEFINITION, name=_plain(measure.name), definition=_plain(text))
        for table in self.rolled.plan.tables:
            if year.search(str(plain_tree(table))):
                yield self.say(words.TABLE, key=table.key, year=old)

    def starts(self) -> Iterator[str]:
        if self.rolled.starts:
            yield self.say(words.STARTS_HEAD)
            yield "|---|---|---|---|"
        for one in self.rolled.starts:
            yield f"| {_plain(one.measure)} | {one.unit} | {one.value} | {_plain(one.sources)} |"

    def followed(self) -> Iterator[str]:
        yield self.say(words.FOLLOWED_HEAD)
        yield "|---|---|---|"
        for kind, there, left in counts(self.rolled):
            yield f"| {kind_words(kind, self.lang)} | {there} | {left} |"

    def left(self, one: LeftBehind) -> str:
        why = one.why_en if self.lang == "en" else one.why
        if one.kind == OBSERVATIONS:
            return f"- {self.say(words.FIGURES, count=one.count, year=one.key)}: {why}"
        name = f" {_plain(one.name)}" if one.name else ""
        return f"- {kind_words(one.kind, self.lang)}: `{one.key}`{name}: {why}"


def _plain(text: str) -> str:
    """*text* on one line, without what Markdown would take for a table or mark-up."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
