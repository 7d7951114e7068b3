"""Exceptions in the words of those who run the command: one line, in Swedish unless English is asked for."""

from styrmodell.cli.path_error import PathError
from styrmodell.errors import StyrmodellError, UnknownNameError

_WHAT = {
    "command": "kommandot",
    "plugin": "tilläggsmodulen",
    "report": "rapporten",
    "unit": "enheten",
    "measure": "måttet",
    "table": "tabellen",
    "format": "formatet",
    "kind": "typen",
    "dimension": "indelningen",
    "version": "versionen",
    "hierarchy": "hierarkin",
    "measure, goal or scorecard": "måttet, målet eller styrkortet",
    "I/E cut": "utsnittet av I/E-koder",
    "cut of internal items": "ordet om interna poster",
    "cell": "cellen",
    "finding": "iakttagelsen",
    "place of a finding": "iakttagelsen med",
    "cell (blank by nature)": "cellen är tom av naturen:",
    "printed figure": "den tryckta siffran",
    "place in the name pattern": "platsen i --name",
    "name pattern: two files would both be called": "--name: två filer skulle båda heta",
}


def message(error: StyrmodellError, lang: str) -> str:
    """*error* as one line: "okänt namn: rapporten 'bilaga9'; menade du vasternorrland.bilaga9?"."""
    if isinstance(error, PathError):
        return error.words.get(lang)
    if lang == "en" or not isinstance(error, UnknownNameError):
        return str(error)
    return f"okänt namn: {_words(error.what)} {error.name!r}{near(error.suggestions)}"


def near(suggestions: tuple[str, ...]) -> str:
    """The question of a message, "; menade du a eller b?"; empty when nothing looks alike."""
    return f"; menade du {' eller '.join(suggestions)}?" if suggestions else ""


def _words(what: str) -> str:
    for english, swedish in (("member of ", "medlemmen i "), ("format of ", "formatet för ")):
        if what.startswith(english):
            return swedish + what.removeprefix(english)
    return _WHAT.get(what, what)
