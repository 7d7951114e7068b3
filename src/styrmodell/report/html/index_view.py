"""What the template of the index page is given: the documents of a folder."""

from urllib.parse import quote

from attrs import frozen

from styrmodell.finding import Severity

_FORMS = {"html": "Webbsida", "docx": "Word", "xlsx": "Excel", "csv": "CSV", "json": "JSON"}
_ONE = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.NOTE: "upplysning"}
_MANY = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.NOTE: "upplysningar"}


@frozen(kw_only=True)
class FileView:
    """A file to open; *form* is how its name ends."""

    form: str
    name: str

    @property
    def href(self) -> str:
        """Its address beside the index: a name with a colon is no protocol."""
        return f"./{quote(self.name)}"

    @property
    def word(self) -> str:
        """What people call such a file."""
        return _FORMS.get(self.form, self.form)


@frozen(kw_only=True)
class ReportRow:
    """A report in the index.

    Attributes:
        draft: Whether it is marked UTKAST; None for a document of an earlier run, of which it is not known.
        counts: (severity, how many findings that are not acknowledged), gravest first; None as above.
        acknowledged: How many are acknowledged.
    """

    title: str
    unit: str
    period: str
    draft: bool | None
    counts: tuple[tuple[Severity, int], ...] | None
    files: tuple[FileView, ...]
    acknowledged: int = 0

    @property
    def counted(self) -> str:
        """The findings in words: "2 varningar, 1 upplysning, 1 kvitterad"."""
        if self.counts is None:
            return ""
        told = [f"{count} {(_ONE if count == 1 else _MANY)[severity]}" for severity, count in self.counts if count]
        told += [f"{self.acknowledged} kvitterad{'e' * (self.acknowledged > 1)}"] if self.acknowledged else []
        return ", ".join(told) or "inga"


@frozen(kw_only=True)
class IndexView:
    """The index page."""

    title: str
    unit: str
    as_of: str
    generator: str
    rows: tuple[ReportRow, ...]
