"""A chart of an HTML document as a file of its own: the project's drawing as it stands there, without any program."""

import re

FONT = "Arial, 'Liberation Sans', sans-serif"


def drawing_of(page: str, key: str) -> str:
    """The chart *key* of an HTML document, as the text of an SVG file.

    Raises:
        ValueError: The document has no such chart.
    """
    marked = f'aria-labelledby="diagram-{key}-t'
    found = [svg for svg in re.findall(r"<svg\b.*?</svg>", page, re.DOTALL) if marked in svg.partition(">")[0]]
    if len(found) != 1:
        raise ValueError(f"{len(found)} charts {key!r}, not one")
    head, _, drawn = found[0].partition(">")
    width, height = re.findall(r'viewBox="0 0 (\S+) (\S+)"', head)[0]
    # A page gives a drawing its width, its letters and what is behind it; a file of its own has to say them.
    head = re.sub(r' (?:width|style)="[^"]*"', "", head)
    head += f' width="{width}" height="{height}" font-family="{FONT}"'
    return f'{head}><rect width="{width}" height="{height}" fill="#fff"/>{drawn}\n'
