"""Formulas of a form: where a figure they need is still empty, they show nothing. An empty cell is never a zero."""

import re

_REFERENCE = re.compile(r"(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?")
# A single function over its parts: it adds what there is, as the table does.
_OF_PARTS = re.compile(r"=(?:SUM|MIN|MAX|AVERAGE)\(([^()]*)\)\Z")


def unless_blank(formula: str) -> str:
    """*formula* with nothing in its place while its figures are missing.

    A sum shows what there is, once there is something. A difference or a quotient needs both sides.
    """
    body = formula.removeprefix("=")
    references = references_of(formula)
    if not references:
        return formula
    if _OF_PARTS.match(formula):
        lacks = f"COUNT({','.join(references)})=0"
    else:
        each = [f"COUNT({reference})=0" for reference in references]
        lacks = each[0] if len(each) == 1 else f"OR({','.join(each)})"
    return f'=IFERROR(IF({lacks},"",{body}),"")'


def references_of(formula: str) -> list[str]:
    """The cells and ranges that *formula* takes its figures from, each once."""
    return list(dict.fromkeys(_REFERENCE.findall(formula)))
