"""Packages that are no good, and what each is told as: as a workbook, as a form, as a text and as a Word master."""

from collections.abc import Callable

from attrs import frozen
from tests.hostile import packages
from tests.hostile.bounds import BOUNDS, Bounds
from tests.hostile.packages import ENTITIES, figures_book, number, part_called, words
from tests.io.workbooks import parts_of, row, workbook, zipped


@frozen(kw_only=True)
class PackageCase:
    """A package.

    Attributes:
        told: The codes of the findings when it is a workbook of the workspace; none when it is read without fault.
        bounds: What reading it may take, whichever way it comes in.
    """

    name: str
    make: Callable[[], bytes]
    told: frozenset[str]
    bounds: Bounds = BOUNDS


def case(name: str, make: Callable[[], bytes], told: str = "", megabytes: int = 250) -> PackageCase:
    bounds = Bounds(megabytes=megabytes)
    return PackageCase(name=name, make=make, told=frozenset(told.split()), bounds=bounds)


def _sound() -> bytes:
    return workbook(row(1, words("a" * 500)))


# Refused whatever the package is said to be.
ZIPS = (
    case("a bomb of 100 MB", lambda: packages.bomb(100), "SM142"),
    case("a bomb among sound parts", lambda: workbook(parts={"xl/b.bin": bytes(100_000_000)}), "SM142"),
    case("65 535 entries", lambda: packages.many_entries(65_535), "SM142"),
    case("5 001 entries", lambda: packages.many_entries(5_001), "SM142"),
    case("sixty entries for the same bytes", lambda: packages.overlapping(60), "SM143"),
    case("fifty entries quoting one kernel", lambda: packages.quoted(50), "SM143"),
    case("sizes that are too large", lambda: packages.with_field(_sound(), 24, 400_000_000, size=4), "SM142"),
    case("packed sizes that are too large", lambda: packages.with_field(_sound(), 20, 4_000_000_000, size=4), "SM143"),
    case("places beyond the end", lambda: packages.with_field(_sound(), 42, 4_000_000_000, size=4), "SM143"),
    case("an unknown way of packing", lambda: packages.with_field(_sound(), 10, 14, size=2), "SM143"),
    case("a password of a zip program", lambda: packages.with_password(_sound()), "SM141"),
    case("a password of Office", packages.encrypted, "SM141"),
    case("an absolute name", lambda: part_called("/etc/passwd"), "SM143"),
    case("a name that leads out", lambda: part_called("../../x.xml"), "SM143"),
    case("a name that leads out from inside", lambda: part_called("xl/../../x.xml"), "SM143"),
    case("a name with a drive", lambda: part_called("C:\\x.xml"), "SM143"),
    case("a name on another machine", lambda: part_called("\\\\dator\\x.xml"), "SM143"),
    *(case(f"a page of the web with {name}", lambda text=text: workbook(parts={"a.htm": text + "<x/>"}), "SM144")
      for name, text in ENTITIES.items()),
    case("a long blank before a DOCTYPE", lambda: workbook(parts={"a.xml": "\n" * 70_000 + "<!DOCTYPE a><a/>"}),
         "SM144"),
)  # fmt: skip
BOOKS = (
    case("sizes that are too small", lambda: packages.with_field(_sound(), 24, 10, size=4), "SM143"),
    case("old Excel", packages.old_excel, "SM140"),
    case("a web page", lambda: b"<html><table><tr><td>1", "SM140"),
    case("a Word document", lambda: zipped({"word/document.xml": "<a/>"}), "SM140"),
    case("nothing", lambda: b"", "SM140"),
    case("a zip in a zip in a zip in a zip", lambda: packages.nested(3), "SM150"),
    case("a claim of every row and column", lambda: packages.claims("A1:XFD1048576"), "SM150"),
    case("a claim beyond every row and column", lambda: packages.claims("A1:ZZZZZZZ99999999999999999"), "SM150"),
    case("one cell at the far end", lambda: workbook(row(1, words("a")) + row(1_048_576, number("1", "XFD1048576"))),
         "SM147"),
    case("a cell beyond the far end", lambda: workbook(row(1, number("1", "A99999999999999999999"))), "SM146"),
    case("16 384 columns", lambda: zipped(parts_of(row(1, *[number("1")] * 16_384)), 0), "SM150"),
    case("20 000 columns", lambda: zipped(parts_of(row(1, *[number("1")] * 20_000)), 0), "SM146"),
    case("cells of 32 767 signs", lambda: figures_book(words("x" * 32_767)), "SM104"),
    case("cells ten thousand deep", lambda: packages.deep_sheet(10_000), "SM146"),
    case("a name with NUL", lambda: packages.raw_zip({b"xl/a\x00b.xml": b"<a/>"}), "SM140"),
    case("macros", packages.macro_book),
    case("a link to an address", lambda: packages.with_relation("hyperlink", "http://127.0.0.1:9/x")),
    case("a drawing on this machine", lambda: packages.with_relation("drawing", "file:///etc/passwd")),
    case("an external workbook", lambda: packages.with_relation("externalLink", "\\\\127.0.0.1\\x\\y.xlsx")),
    case("names Windows keeps", lambda: figures_book(number("1"), parts={"xl/CON.xml": "<a/>", "xl/nul": "x"})),
    *(case(f"{name} in {part}", lambda part=part, text=text: packages.renamed(part, part, text), "SM144")
      for part in parts_of() if part.startswith("xl/") and part.endswith(".xml") for name, text in ENTITIES.items()),
    *(case(f"{name} in {part} called .{end}",
           lambda part=part, end=end, text=text: packages.renamed(part, part.removesuffix("xml") + end, text), "SM144")
      for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml") for end in ("dat", "svg")
      for name, text in ENTITIES.items() if name in ("a billion laughs", "a DTD elsewhere")),
    case("a formula without its value", lambda: figures_book("<c><f>1+1</f></c>"), "SM167"),
    case("a formula whose value lies", lambda: figures_book("<c><f>1+1</f><v>5</v></c>")),
    case("a formula that went wrong", lambda: figures_book('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'), "SM166"),
    case("a formula that starts a program",
         lambda: figures_book('<c t="str"><f>cmd|\'/c calc\'!A1</f><v>1</v></c>'), "SM168"),
    case("a formula that fetches", lambda: figures_book('<c><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>1</v></c>')),
    case("a shared formula without end",
         lambda: figures_book('<c><f t="shared" si="0" ref="A1:XFD1048576">E2</f><v>1</v></c>')),
    case("a number Excel has no room for", lambda: figures_book(number("1E+999999")), "SM149"),
    case("a number too small for Excel", lambda: figures_book(number("1E-999999")), "SM149"),
    case("not a number", lambda: figures_book(number("NaN")), "SM149"),
    case("infinity", lambda: figures_book(number("-INF")), "SM149"),
    case("a number of 41 digits", lambda: figures_book(number("9" * 41)), "SM138"),
    case("a text of control characters", lambda: figures_book(words("_x0000_1_x001B_")), "SM149"),
    case("a sheet that is another sheet", lambda: packages.sheet_twice(), "SM145 SM150"),
)  # fmt: skip
