"""The marks of a Word master's texts: where they stand, and what the sandbox reads them as."""

import re
from collections.abc import Callable
from typing import Any

from attrs import frozen

from styrmodell.report.engines import jinja_engine
from styrmodell.report.word.template.words import FILTERS
from styrmodell.report.xml_text import xml_text

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
# Also what docxtpl takes for an escaped brace and prints as another.
MARKS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|\{_\{|\}_\}|\{_%|%_\}")
_LONGEST = 200
_NODES = frozenset(
    [
        "Template",
        "Output",
        "TemplateData",
        "Name",
        "Filter",
        "If",
        "CondExpr",
        "Const",
        "Not",
        "And",
        "Or",
        "Compare",
        "Operand",
    ]
)
# Word turns straight quotes into these while people type.
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_STATEMENTS = ("if", "elif", "else", "endif")
_WORDS_SV = {
    "for": "en slinga",
    "call": "ett anrop",
    "getattr": "ett attribut",
    "getitem": "ett element ur något",
    "filter": "filtret",
    "comment": "en kommentar",
    "statement": "satsen",
    "test": "ett test",
    "concat": "en hopsättning",
    **dict.fromkeys(("add", "sub", "mul", "div", "floordiv", "mod", "pow", "neg", "pos"), "en uträkning"),
    **dict.fromkeys(("list", "tuple", "dict", "pair", "slice"), "en lista"),
}


class Word(str):
    """A text of ours inside a master: escaped, and safe from what docxtpl reads as an escaped brace."""

    __slots__ = ()

    def __html__(self) -> str:
        return xml_text(self).replace('"', "&quot;").replace("_", "&#95;")


@frozen(kw_only=True)
class Tag:
    """A mark in a text, from its first brace to its last.

    Attributes:
        opener: "{{", "{%" or "{#".
        inner: What stands between, with straight quotes.
    """

    start: int
    end: int
    opener: str
    inner: str

    @property
    def text(self) -> str:
        """The whole mark."""
        return f"{self.opener}{self.inner}{_CLOSERS[self.opener]}"


@frozen(kw_only=True)
class Reading:
    """What a mark says.

    Attributes:
        keyword: "if", "elif", "else" or "endif"; empty for a variable.
        names: The variables it asks for.
        refused: What in it the sandbox refuses, in English; empty when nothing.
        broken: Why it cannot be read, in English; empty when it can.
        is_plain: Whether it is a variable and nothing else.
    """

    keyword: str = ""
    names: tuple[str, ...] = ()
    refused: str = ""
    broken: str = ""
    is_plain: bool = False

    @property
    def refused_sv(self) -> str:
        """What is refused, in Swedish."""
        word, _, rest = self.refused.partition(" ")
        return " ".join(part for part in (_WORDS_SV.get(word, word), rest) if part)


def sandbox() -> Any:
    """A Jinja environment in which nothing is known but the filters of the table."""
    jinja = jinja_engine()
    environment = jinja.sandbox.ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja.StrictUndefined)
    environment.globals.clear()
    environment.tests.clear()
    known: dict[str, Callable[[str], str]] = {"lower": str.lower, "trim": str.strip, "upper": str.upper}
    # They give a Word again: what docxtpl takes for a brace must not come in through a filter.
    environment.filters = {form.name: _wrapped(known[form.name]) for form in FILTERS}
    return environment


def _wrapped(change: Callable[[str], str]) -> Callable[[str], Word]:
    return lambda text: Word(change(str(text)))


def tags_of(text: str) -> tuple[tuple[Tag, ...], tuple[tuple[int, str], ...]]:
    """The marks of *text*, and (place, sign) of every brace pair that is part of none."""
    tags: list[Tag] = []
    loose: list[tuple[int, str]] = []
    marks = iter(MARKS.finditer(text))
    mark = next(marks, None)
    while mark is not None:
        after = next(marks, None)
        if after is not None and after[0] == _CLOSERS.get(mark[0]):
            inner = text[mark.end() : after.start()].translate(_QUOTES)
            tags.append(Tag(start=mark.start(), end=after.end(), opener=mark[0], inner=inner))
            after = next(marks, None)
        else:
            loose.append((mark.start(), mark[0]))
        mark = after
    return tuple(tags), tuple(loose)


def read_tag(environment: Any, tag: Tag) -> Reading:
    """What *tag* says; nothing of it is run, and nothing is folded together beforehand."""
    inner = tag.inner.strip()
    if tag.opener == "{#":
        return Reading(refused="comment")
    if len(inner) > _LONGEST:
        return Reading(refused=f"more than {_LONGEST} characters")
    if tag.inner[:1] in ("-", "+") or tag.inner[-1:] in ("-", "+"):
        return Reading(refused="- or + beside the brace")
    if tag.opener == "{{":
        return _parsed(environment, f"{{{{ {inner} }}}}", "")
    word, condition = (*inner.split(None, 1), "", "")[:2]
    if word not in _STATEMENTS:
        return Reading(refused=word if word == "for" else f"statement {word}".rstrip())
    if word in ("else", "endif"):
        return Reading(keyword=word, refused=f"{word} {condition}" if condition else "")
    return _parsed(environment, f"{{% if {condition} %}}{{% endif %}}", word)


def _parsed(environment: Any, source: str, keyword: str) -> Reading:
    jinja = jinja_engine()
    try:
        tree = environment.parse(source)
    except (jinja.TemplateError, RecursionError) as error:
        return Reading(keyword=keyword, broken=_reason(error))
    for node in tree.find_all(jinja.nodes.Node):
        if refused := _refused(node):
            return Reading(keyword=keyword, refused=refused, names=_names(tree))
    return Reading(keyword=keyword, names=_names(tree), is_plain=not keyword and _is_name(tree))


def require_allowed(environment: Any, source: str) -> None:
    """Read a whole text that is about to be filled.

    Raises:
        TemplateError: It cannot be read, or holds more than variables, filters and conditions.
    """
    jinja = jinja_engine()
    tree = environment.parse(source)
    # Before it is compiled: compiling computes what is constant, and 9**9**9 is.
    for node in tree.find_all(jinja.nodes.Node):
        if refused := _refused(node):
            raise jinja.TemplateError(refused)
    environment.compile(tree)


def _refused(node: Any) -> str:
    kind = type(node).__name__
    if kind not in _NODES:
        return kind.lower()
    if kind != "Filter":
        return ""
    if node.name not in {form.name for form in FILTERS}:
        return f"filter {node.name}"
    return f"filter {node.name} ( )" if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs else ""


def _names(tree: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(node.name for node in tree.find_all(jinja_engine().nodes.Name)))


def _is_name(tree: Any) -> bool:
    return [type(node).__name__ for node in tree.find_all(jinja_engine().nodes.Node)] == ["Output", "Name"]


def _reason(error: Exception) -> str:
    return "too deep" if isinstance(error, RecursionError) else str(error)
