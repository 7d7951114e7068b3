"""Files of text that attack: depth, doubles, tags, numbers that are none, wrong names, odd encodings."""

from attrs import frozen
from tests.hostile import packages
from tests.io.workbooks import row, workbook

HEAD = "enhet;matt;period;typ;varde;kommentar\n"
LINE = f"{HEAD}rlf;area;2020;utfall;1;x\n"
DEEP = 10_000
# Digits that are not ours are read as what they are; the others are no numbers.
NUMBERS = (
    "NaN", "sNaN", "nan", "inf", "-inf", ".nan", ".inf", "-.inf", "Infinity", "∞", "1E+999999", "1E-999999", "1e309",
    "9" * 41, "0," + "0" * 50 + "1", "1" + " 000" * 20, "0x1F", "0b1", "1_000", "½", "²", "--1", "1 2 3", "1,2,3",
    "\u202e1", "1\u200b2", "=1", "1e5", "1:30", "TRUE", "null2", "9" * 5_000,
)  # fmt: skip


@frozen(kw_only=True)
class TextCase:
    """A file of a workspace, and the codes of its findings; none when it is read without fault.

    Attributes:
        exit: The exit code that follows of them.
    """

    name: str
    file: str
    content: bytes
    told: frozenset[str]
    exit: int


def case(name: str, file: str, content: str | bytes, told: str = "", exit: int | None = None) -> TextCase:
    data = content.encode() if isinstance(content, str) else content
    codes = frozenset(told.split())
    return TextCase(name=name, file=file, content=data, told=codes, exit=(3 if codes else 0) if exit is None else exit)


def _json(value: str) -> str:
    figure = '"unit":"rlf","measure":"area","period":"2020","kind":"utfall"'
    return f'{{"observations":[{{{figure},"value":{value}}}]}}'


def _goals(text: str) -> str:
    return f"goals: [{{id: a, name: {text}}}]\n"


STRUCTURES = (
    case("YAML ten thousand lists deep", "b.yaml", "goals: " + "[" * DEEP + "]" * DEEP, "SM115"),
    case("YAML ten thousand maps deep", "b.yaml", "goals: " + "{a: " * DEEP + "}" * DEEP, "SM115"),
    case("YAML two thousand blocks deep", "b.yaml", "".join(" " * at + "- \n" for at in range(2_000)), "SM115"),
    case("a key twice in YAML", "b.yaml", "goals: []\ngoals: []\n", "SM112"),
    case("a key twice in an object of YAML", "b.yaml", "goals: [{id: a, id: b, name: x}]\n", "SM112"),
    case("a key twice in two ways of writing", "b.yaml", 'goals: [{id: a, "id": b, name: x}]\n', "SM112"),
    case("a key twice in JSON", "b.json", '{"goals": [], "goals": []}', "SM112"),
    case("a key twice in an object of JSON", "b.json", '{"goals": [{"id":"a","id":"b","name":"x"}]}', "SM112"),
    case("a key twice, once as an escape", "b.json", '{"goals": [{"id":"a","\\u0069d":"b","name":"x"}]}', "SM112"),
    case("an anchor", "b.yaml", "goals: &a [{id: a, name: x}]\n", "SM113"),
    case("an alias", "b.yaml", "goals: &a []\nmeasures: *a\n", "SM113"),
    case("a merge", "b.yaml", "goals: [{<<: {id: a}, name: x}]\n", "SM107 SM108"),
    case("a tag that runs", "b.yaml", "goals: !!python/object/apply:os.system [touch RUN]\n", "SM113 SM118"),
    case("a tag that names", "b.yaml", "goals: [!!python/name:os.system {id: a}]\n", "SM108 SM113"),
    case("a tag of one's own", "b.yaml", _goals("!x b"), "SM113"),
    case("a set", "b.yaml", "goals: !!set {a}\n", "SM113 SM118"),
    case("two documents", "b.yaml", "goals: []\n---\ngoals: []\n", "SM103"),
    case("another YAML", "b.yaml", "%YAML 9.9\n---\ngoals: []\n", "SM103"),
    case("a key that is a list", "b.yaml", "? [a, b]\n: c\n", "SM118"),
    case("NUL in YAML", "b.yaml", _goals('"a\x00b"'), "SM116"),
    case("NUL as an escape", "b.yaml", _goals('"a\\0b"'), "SM116"),
    case("an escape code of terminals", "b.yaml", _goals('"\x1b[2J"'), "SM116"),
    case("half a sign", "b.json", '{"goals": [{"id":"a","name":"\\ud800"}]}', "SM190"),
    case("an id that leads out", "b.yaml", "units: [{id: ../../x, name: a, parent: rlf}]\n", "SM122"),
    case("an id that is shown the other way", "b.yaml", 'units: [{id: "a\u202e", name: a, parent: rlf}]\n', "SM122"),
    case("an id of a letter and a mark", "b.yaml", 'units: [{id: "a\u030a", name: a, parent: rlf}]\n', "SM122"),
    case("ids that Windows keeps", "b.yaml", "units: [{id: con, name: CON, parent: rlf}]\n"),
    case("a name that is shown the other way", "b.yaml", _goals('"a\u202e1"'), "SM277", exit=0),
    case("a name with a sign of no width", "b.yaml", _goals('"a\u200bb"'), "SM277", exit=0),
    case(
        "names composed and decomposed",
        "b.yaml",
        "goals: [{id: a, name: Åre}, {id: b, name: A\u030are}]\n",
        "SM278",
        exit=0,
    ),
    case("an empty JSON file", "b.json", "", "SM190"),
    case("an empty YAML file", "b.yaml", ""),
    case("an empty table", "a.csv", "", "SM108"),
    case("a name of stars", "a.csv", f"{HEAD}rlf;{'*' * 200}x;2020;utfall;1;x\n", "SM124"),
    case("a name of stars and spaces", "a.csv", f"{HEAD}rlf;{'* ' * 200}x;2020;utfall;1;x\n", "SM124"),
    case("a column of stars", "a.csv", f"{'*' * 32_000}x;{HEAD}1;rlf;area;2020;utfall;1;x\n", "SM109"),
)
NAMES = (
    case("CSV called YAML", "b.yaml", LINE, "SM118"),
    case("YAML called CSV", "a.csv", _goals("x"), "SM108 SM109"),
    case("old Excel called CSV", "a.csv", packages.old_excel(), "SM106"),
    case("a workbook called CSV", "a.csv", workbook(row(1, packages.words("a"))), "SM106"),
    case("a workbook called JSON", "b.json", workbook(row(1, packages.words("a"))), "SM106"),
    case("a picture called JSON", "b.json", b"\x89PNG\r\n\x1a\n" + bytes(99), "SM106"),
    case("a workbook called Word", "a.docx", workbook(row(1, packages.words("a"))), "SM409", exit=4),
    case("UTF-16", "a.csv", LINE.encode("utf-16")),
    case("UTF-16 without a mark", "a.csv", LINE.encode("utf-16-le"), "SM116"),
    case("UTF-32", "a.csv", LINE.encode("utf-32"), "SM116"),
    case("UTF-7 is what it says", "a.csv", LINE.replace("x\n", "+ADw-script+AD4-\n")),
    case("bytes that are no text", "a.csv", LINE.encode() + b"\xff\xfe\xfd", "SM106"),
    case("a file that no program reads", "a.exe", b"MZ", "SM111"),
)
JSON_NUMBERS = (
    case("NaN in JSON", "b.json", _json("NaN"), "SM195"),
    case("infinity in JSON", "b.json", _json("-Infinity"), "SM195"),
    case("a float in JSON", "b.json", _json("1.5"), "SM108 SM194"),
    case("a number beyond all in JSON", "b.json", _json("1E+999999"), "SM190"),
    *(case(f"the text {text[:12]!r} in JSON", "b.json", _json(f'"{text}"'), "SM138" if text[-3:].isdecimal() and
           len(text) > 40 else "SM104") for text in NUMBERS if "\u202e" not in text),
)  # fmt: skip


def figure_files(text: str) -> dict[str, str]:
    """A figure *text* in each file of figures."""
    figure = "unit: rlf, measure: area, period: 2020, kind: utfall"
    return {
        "a.csv": f"{HEAD}rlf;area;2020;utfall;{text};x\n",
        "b.yaml": f'observations: [{{{figure}, value: "{text}"}}]\n',
    }
