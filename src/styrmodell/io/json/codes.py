"""The kinds of findings about JSON files."""

from styrmodell.finding import Code, Severity, Text

BROKEN_JSON = Code(
    code="SM190",
    severity=Severity.ERROR,
    title=Text(sv="trasig JSON", en="broken JSON"),
    found=Text(sv="JSON-läsaren stannade: {found}", en="the JSON reader stopped: {found}"),
    expected=Text(sv='giltig JSON, som {{"id": "rlf"}}', en='valid JSON, such as {{"id": "rlf"}}'),
    do=Text(
        sv='rätta raden: text och nycklar står inom "", sist i en lista står inget komma, och kommentarer finns inte',
        en='correct the line: text and keys go in "", no comma ends a list, and there are no comments',
    ),
)
WRITTEN_BARE = Code(
    code="SM194",
    severity=Severity.ERROR,
    title=Text(sv="decimaltal utan citattecken", en="a decimal number without quotes"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv='talet som text: "{example}"', en='the number as text: "{example}"'),
    do=Text(
        sv="sätt citattecken om talet; utan dem läser datorer det avrundat",
        en="quote the number; without quotes computers read it rounded",
    ),
)
NOT_FINITE = Code(
    code="SM195",
    severity=Severity.ERROR,
    title=Text(sv="inget tal", en="not a number"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv='ett tal som text, som "1.5", eller null', en='a number as text, such as "1.5", or null'),
    do=Text(sv="skriv null där värdet saknas", en="write null where the value is missing"),
)
UNKNOWN_MARK = Code(
    code="SM196",
    severity=Severity.ERROR,
    title=Text(sv="okänt format på JSON-filen", en="unknown format of the JSON file"),
    found=Text(sv='"{key}": {found}', en='"{key}": {found}'),
    expected=Text(sv='"{key}": {expected}', en='"{key}": {expected}'),
    do=Text(
        sv="uppdatera styrmodell om filen är nyare; en fil som du skriver själv behöver inte nyckeln",
        en="update styrmodell if the file is newer; a file that you write yourself does not need the key",
    ),
)
