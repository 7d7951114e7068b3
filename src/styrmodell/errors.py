"""Exceptions: wrong use, or a world that does not answer.

Wrong *data* is never an exception here; it is a finding (see finding.py).
"""


class StyrmodellError(Exception):
    """Root of every exception that styrmodell raises on purpose."""


class ReadError(StyrmodellError):
    """A workspace or file cannot be opened at all."""


class RenderError(StyrmodellError):
    """An output cannot be built or written."""


class PluginError(StyrmodellError):
    """A plugin is wrong; the message names its distribution and version."""


class TextError(StyrmodellError, ValueError):
    """A text cannot be read as what was asked for.

    Attributes:
        text: The text as it was given.
        expected: What would have been read, with an example.
        ambiguous: True when the text has more than one reading.
    """

    def __init__(self, text: str, expected: str, *, ambiguous: bool = False) -> None:
        self.text = text
        self.expected = expected
        self.ambiguous = ambiguous
        super().__init__(f"cannot read {text!r}: expected {expected}")


class UnknownNameError(StyrmodellError, LookupError):
    """A name is not known.

    Attributes:
        name: The name that was asked for.
        what: What kind of thing it names ("unit", "measure", "report" ...).
        suggestions: Known names that look alike, best first.
    """

    def __init__(self, what: str, name: str, suggestions: tuple[str, ...] = ()) -> None:
        self.what = what
        self.name = name
        self.suggestions = suggestions
        hint = f"; did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"unknown {what} {name!r}{hint}")
