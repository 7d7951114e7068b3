"""The kinds of findings about files, keys and shapes (SM1xx); those about values stand in value_codes.py."""

from styrmodell.finding import Code, Severity, Text

OPEN_FAILED = Code(
    code="SM101",
    severity=Severity.ERROR,
    title=Text(sv="filen kan inte öppnas", en="the file cannot be opened"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="kontrollera sökvägen, att filen inte är öppen i ett annat program och att du har rätt att läsa den",
        en="check the path, that no other program holds the file open, and that you may read it",
    ),
)
BROKEN_TOML = Code(
    code="SM102",
    severity=Severity.ERROR,
    title=Text(sv="trasig TOML", en="broken TOML"),
    found=Text(sv="TOML-läsaren stannade: {found}", en="the TOML reader stopped: {found}"),
    expected=Text(sv='giltig TOML, som name = "Regionen 2020"', en='valid TOML, such as name = "Regionen 2020"'),
    do=Text(
        sv="rätta raden: text ska stå inom citattecken, listor inom [ ] och varje nyckel bara en gång",
        en="correct the line: text goes in quotes, lists in [ ], and each key only once",
    ),
)
BROKEN_YAML = Code(
    code="SM103",
    severity=Severity.ERROR,
    title=Text(sv="trasig YAML", en="broken YAML"),
    found=Text(sv="YAML-läsaren stannade: {found}", en="the YAML reader stopped: {found}"),
    expected=Text(sv="giltig YAML, som - {{id: rlf, name: RLF}}", en="valid YAML, such as - {{id: rlf, name: RLF}}"),
    do=Text(
        sv="se över indraget, att det är mellanslag efter kolon och att text med : # [ ] {{ }} står inom citattecken",
        en="check the indentation, a space after each colon, and quotes around text that holds : # [ ] {{ }}",
    ),
)
WRONG_ENCODING = Code(
    code="SM106",
    severity=Severity.ERROR,
    title=Text(sv="fel teckenkodning", en="wrong encoding"),
    found=Text(sv="tecken som inte är {encoding}: {found}", en="bytes that are not {encoding}: {found}"),
    expected=Text(sv="en textfil i {encoding}", en="a text file in {encoding}"),
    do=Text(
        sv='ange encoding = "{suggestion}" för filen under [[sources]] i styrmodell.toml, eller spara om den som UTF-8',
        en='set encoding = "{suggestion}" for the file under [[sources]] in styrmodell.toml, or save it as UTF-8',
    ),
)
UNKNOWN_KEY = Code(
    code="SM107",
    severity=Severity.ERROR,
    title=Text(sv="okänd nyckel", en="unknown key"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="någon av {known}", en="one of {known}"),
    do=Text(
        sv="[[menade du {near}? ]]rätta nyckeln eller ta bort den",
        en="[[did you mean {near}? ]]correct the key or remove it",
    ),
)
MISSING_KEY = Code(
    code="SM108",
    severity=Severity.ERROR,
    title=Text(sv="en uppgift saknas", en="something is missing"),
    found=Text(sv="{key} saknas eller är tom", en="{key} is missing or empty"),
    expected=Text(sv="{key} med ett värde", en="{key} with a value"),
    do=Text(sv="fyll i {key}", en="fill in {key}"),
)
NO_FILES = Code(
    code="SM110",
    severity=Severity.WARNING,
    title=Text(sv="mönstret träffar inga filer", en="the pattern matches no files"),
    found=Text(sv='ingen fil för "{found}"', en='no file for "{found}"'),
    expected=Text(sv="minst en fil i arbetsytan", en="at least one file in the workspace"),
    do=Text(sv="rätta mönstret eller lägg dit filen", en="correct the pattern or add the file"),
)
UNSUPPORTED_FILE = Code(
    code="SM111",
    severity=Severity.ERROR,
    title=Text(sv="filtypen läses inte", en="unsupported kind of file"),
    found=Text(sv='filändelsen "{found}"', en='the extension "{found}"'),
    expected=Text(sv="en av {known}", en="one of {known}"),
    do=Text(
        sv="spara om filen i något av formaten, eller ta bort den ur files", en="save it as one of those, or drop it"
    ),
)
DUPLICATE_KEY = Code(
    code="SM112",
    severity=Severity.ERROR,
    title=Text(sv="samma nyckel två gånger", en="the same key twice"),
    found=Text(sv='"{found}" står redan på {first}', en='"{found}" is already given at {first}'),
    expected=Text(sv="varje nyckel en gång", en="each key once"),
    do=Text(
        sv="ta bort den ena; den första är den som lästes", en="remove one of them; the first is the one that was read"
    ),
)
REFUSED_YAML = Code(
    code="SM113",
    severity=Severity.ERROR,
    title=Text(sv="otillåten YAML", en="YAML that is not allowed"),
    found=Text(sv="{found} (ankare, hänvisning eller tagg)", en="{found} (an anchor, alias or tag)"),
    expected=Text(
        sv="bara text, listor och nycklar; text som börjar med & * ! inom citattecken",
        en="only text, lists and keys; text that begins with & * ! in quotes",
    ),
    do=Text(
        sv="skriv ut värdet på varje ställe, eller sätt citattecken om texten",
        en="write the value out in each place, or quote the text",
    ),
)
TOO_LARGE = Code(
    code="SM114",
    severity=Severity.ERROR,
    title=Text(sv="för stor fil", en="the file is too large"),
    found=Text(sv="{found} byte", en="{found} bytes"),
    expected=Text(sv="högst {limit} byte", en="at most {limit} bytes"),
    do=Text(sv="dela filen i flera", en="split the file"),
)
TOO_DEEP = Code(
    code="SM115",
    severity=Severity.ERROR,
    title=Text(sv="för djupt", en="too deep"),
    found=Text(sv="mer än {limit} nivåer i varandra", en="more than {limit} levels inside each other"),
    expected=Text(sv="högst {limit} nivåer", en="at most {limit} levels"),
    do=Text(sv="ta bort de yttre nivåerna", en="remove the outer levels"),
)
CONTROL_CHARACTER = Code(
    code="SM116",
    severity=Severity.ERROR,
    title=Text(sv="styrtecken i filen", en="a control character in the file"),
    found=Text(sv="tecknet {found}", en="the character {found}"),
    expected=Text(sv="vanlig text", en="plain text"),
    do=Text(
        sv="ta bort tecknet; är filen inte en textfil, spara om den",
        en="remove it; if the file is no text file, save it as one",
    ),
)
WRONG_SHAPE = Code(
    code="SM118",
    severity=Severity.ERROR,
    title=Text(sv="fel form", en="wrong shape"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="skriv en lista som [a, b] och nycklar som {{id: a}}", en="write a list as [a, b] and keys as {{id: a}}"
    ),
)
OUTSIDE_FOLDER = Code(
    code="SM133",
    severity=Severity.ERROR,
    title=Text(sv="utanför arbetsytan", en="outside the workspace"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="en sökväg inne i arbetsytan, som observationer/*.csv",
        en="a path inside the workspace, such as observationer/*.csv",
    ),
    do=Text(
        sv="flytta in filerna och skriv mönstret utan .. och utan / först", en="move the files in; no .. or leading /"
    ),
)
ONLY_ONE = Code(
    code="SM134",
    severity=Severity.ERROR,
    title=Text(sv="mer än en", en="more than one"),
    found=Text(sv="{key} finns redan i {first}", en="{key} is already in {first}"),
    expected=Text(sv="en enda {key} i arbetsytan", en="a single {key} in the workspace"),
    do=Text(sv="ta bort den ena; den första är den som lästes", en="remove one of them; the first one was read"),
)
TWO_SOURCES = Code(
    code="SM135",
    severity=Severity.WARNING,
    title=Text(sv="två [[sources]] träffar samma fil", en="two [[sources]] match the same file"),
    found=Text(sv='"{first}" och "{found}"', en='"{first}" and "{found}"'),
    expected=Text(sv="ett block för varje fil", en="one block for each file"),
    do=Text(sv="gör mönstren snävare; det första gäller", en="narrow the patterns; the first one holds"),
)
TOO_MANY = Code(
    code="SM136",
    severity=Severity.ERROR,
    title=Text(sv="för många fel", en="too many faults"),
    found=Text(sv="fler än {limit} iakttagelser i filen", en="more than {limit} findings in the file"),
    expected=Text(sv="en fil med få fel", en="a file with few faults"),
    do=Text(
        sv="rätta de första och läs igen; resten är inte läst",
        en="correct the first ones and read again; the rest was not read",
    ),
)
TAB_IN_YAML = Code(
    code="SM137",
    severity=Severity.ERROR,
    title=Text(sv="tabb som indrag i YAML", en="a tab as indentation in YAML"),
    found=Text(sv="ett tabbtecken", en="a tab character"),
    expected=Text(sv="mellanslag", en="spaces"),
    do=Text(sv="byt tabben mot två mellanslag", en="replace the tab with two spaces"),
)
UNKNOWN_FORMAT = Code(
    code="SM139",
    severity=Severity.ERROR,
    title=Text(sv="okänt format på arbetsytan", en="unknown format of the workspace"),
    found=Text(sv="format = {found}", en="format = {found}"),
    expected=Text(sv="format = 1", en="format = 1"),
    do=Text(
        sv="skriv format = 1, eller uppdatera styrmodell om arbetsytan är nyare",
        en="write format = 1, or update styrmodell if the workspace is newer",
    ),
)
