"""overrullning.md: what followed, what stayed behind and what somebody must decide, in Swedish."""

import re
from collections.abc import Iterable, Iterator

from styrmodell.finding import Finding
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.save.plain_tree import plain_tree
from styrmodell.model.checks.known_names import THING_WORDS
from styrmodell.model.expression_text import expression_text
from styrmodell.session.overview import OBSERVATIONS, PLURALS
from styrmodell.session.rollover.codes import MOVED, REFERENCE_LEFT
from styrmodell.session.rollover.rolled import LeftBehind, Rolled
from styrmodell.session.workspace import Workspace

# A reader of the note knows figures as värden.
_PLURALS = {**PLURALS, OBSERVATIONS: "värden"}
# What is only to be known; the rest is for somebody to decide.
_KNOWN = (MOVED, REFERENCE_LEFT)
_KINDS = (*(kind for kind, _ in OBJECT_KINDS), "observations")


def note_text(rolled: Rolled, workspace: Workspace) -> str:
    """The note as Markdown."""
    old, new = rolled.turn.old.text, rolled.turn.new.text
    lines = [
        f"# Planen för {new}",
        "",
        f"Utkastet är fört över från {workspace.name or 'planen för ' + old}.",
        "Diarienummer, paragraf och datum är tomma.",
        "",
        "## Att bestämma",
        "",
        *(_told(rolled.findings, decide=True) or ["Inget."]),
        *_sections(rolled, workspace),
        *_with_the_old_year(rolled, workspace),
        "",
        "## Att känna till",
        "",
        *(_told(rolled.findings, decide=False) or ["Inget."]),
        "",
        f"## Ingångsvärden ur utfallet {old}",
        "",
        *(_starts(rolled) or ["Inga."]),
        "",
        "## Följde med",
        "",
        *_followed(rolled),
        "",
        "## Stannade i den gamla arbetsytan",
        "",
        *(_left(rolled.left) or ["Inget."]),
    ]
    return "\n".join(lines) + "\n"


def counts(rolled: Rolled) -> Iterator[tuple[str, int, int]]:
    """(kind, how many followed, how many stayed behind), for kinds that the plan has."""
    for kind in _KINDS:
        there = len(getattr(rolled.plan, kind)) - (rolled.added if kind == "observations" else 0)
        left = sum(one.count for one in rolled.left if one.kind == kind)
        if there or left:
            yield kind, there, left


def kind_words(kind: str) -> str:
    """The Swedish word for many of one kind ("risker")."""
    return _PLURALS.get(kind, THING_WORDS[kind][0] if kind in THING_WORDS else kind)


def _told(findings: Iterable[Finding], *, decide: bool) -> list[str]:
    return [
        f"- {one.code.code}: {_plain(one.found())}. {_plain(one.do())[:1].upper()}{_plain(one.do())[1:]}."
        for one in findings
        if (one.code not in _KNOWN) == decide
    ]


def _sections(rolled: Rolled, workspace: Workspace) -> list[str]:
    """Running text is to be rewritten: the plan's own, and that of Word files."""
    found = [one.heading or one.id for one in rolled.plan.sections if one.text.strip()]
    lines = [f"- Skriv om texten i {len(found)} avsnitt; de är märkta med året texten är från."] if found else []
    words = sorted(str(text.source) for text in workspace.texts.values())
    return [*lines, *(f"- Skriv om texten i {_plain(file)}; den är förra årets." for file in words)]


def _with_the_old_year(rolled: Rolled, workspace: Workspace) -> Iterator[str]:
    """What follows as it is and names the old year: settings, definitions and tables."""
    year = re.compile(rf"(?<!\d){rolled.turn.old.first_year:04d}(?!\d)")
    for report, pairs in workspace.settings.items():
        for name, value in pairs:
            if year.search(value):
                yield f"- Inställningen {name} för {report} är {_plain(value)}. Ska den vara det nya årets?"
    for measure in rolled.plan.measures:
        if measure.definition is not None and year.search(text := expression_text(measure.definition)):
            yield f"- Definitionen av {_plain(measure.name)} nämner ett år: {_plain(text)}. Ska det ändras?"
    for table in rolled.plan.tables:
        if year.search(str(plain_tree(table))):
            yield f"- Tabellen {table.key} nämner {rolled.turn.old.first_year:04d}. Ska det ändras?"


def _starts(rolled: Rolled) -> list[str]:
    if not rolled.starts:
        return []
    rows = [f"| {_plain(one.measure)} | {one.unit} | {one.value} | {_plain(one.sources)} |" for one in rolled.starts]
    return ["| mått | enhet | ingångsvärde | källa |", "|---|---|---|---|", *rows]


def _followed(rolled: Rolled) -> list[str]:
    rows = [f"| {kind_words(kind)} | {there} | {left} |" for kind, there, left in counts(rolled)]
    return ["| | följde med | stannade |", "|---|---|---|", *rows]


def _left(left: Iterable[LeftBehind]) -> list[str]:
    return [_left_words(one) for one in left]


def _left_words(one: LeftBehind) -> str:
    if one.kind == "observations":
        return f"- {one.count} värden från {one.key}: {one.why}"
    name = f" {_plain(one.name)}" if one.name else ""
    return f"- {kind_words(one.kind)}: `{one.key}`{name}: {one.why}"


def _plain(text: str) -> str:
    """*text* on one line, without what Markdown would take for a table or mark-up."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
