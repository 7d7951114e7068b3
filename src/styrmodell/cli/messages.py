"""Exceptions in the words of those who run the command: one line, in Swedish unless English is asked for."""

from styrmodell.errors import StyrmodellError, UnknownNameError

_WHAT = {
    "report": "rapporten",
    "unit": "enheten",
    "measure": "måttet",
    "format": "formatet",
    "kind": "typen",
    "dimension": "indelningen",
    "cell": "cellen",
    "cell (blank by nature)": "cellen är tom av naturen:",
    "printed figure": "den tryckta siffran",
    "place in the name pattern": "platsen i --name",
    "name pattern: two files would both be called": "--name: två filer skulle båda heta",
}


def message(error: StyrmodellError, lang: str) -> str:
    """*error* as one line: "okänt namn: rapporten 'bilaga9'; menade du vasternorrland.bilaga9?"."""
    if lang == "en" or not isinstance(error, UnknownNameError):
        return str(error)
    hint = f"; menade du {' eller '.join(error.suggestions)}?" if error.suggestions else ""
    return f"okänt namn: {_words(error.what)} {error.name!r}{hint}"


def _words(what: str) -> str:
    for english, swedish in (("member of ", "medlemmen i "), ("format of ", "formatet för ")):
        if what.startswith(english):
            return swedish + what.removeprefix(english)
    return _WHAT.get(what, what)
