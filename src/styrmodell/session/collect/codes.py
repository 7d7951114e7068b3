"""Findings of forms that come back."""

from styrmodell.finding import Code, Severity, Text

NOT_A_FORM = Code(
    code="SM450",
    severity=Severity.ERROR,
    title=Text(sv="Filen är inget formulär", en="The file is no form"),
    found=Text(sv="en arbetsbok med bladen {sheets}", en="a workbook with the sheets {sheets}"),
    expected=Text(
        sv="en arbetsbok som form har skrivit, med bladet styrmodell kvar",
        en="a workbook that form wrote, with its sheet styrmodell",
    ),
    do=Text(
        sv="fyll i formuläret självt; kopiera inte bladen till en ny arbetsbok",
        en="fill in the form itself; do not copy its sheets to a new workbook",
    ),
)
OTHER_WORKSPACE = Code(
    code="SM451",
    severity=Severity.ERROR,
    title=Text(sv="Formuläret hör till en annan arbetsyta", en="The form belongs to another workspace"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="läs in det i arbetsytan det hör till; inget av det lästes in",
        en="collect it into its own workspace; nothing of it was collected",
    ),
)
OTHER_YEAR = Code(
    code="SM452",
    severity=Severity.ERROR,
    title=Text(sv="Formuläret gäller ett annat år", en="The form is of another year"),
    found=Text(sv="ett formulär för planen {found}", en="a form for the plan of {found}"),
    expected=Text(sv="ett formulär för planen {expected}", en="a form for the plan of {expected}"),
    do=Text(
        sv="fyll i årets formulär; inget av det lästes in",
        en="fill in this year's form; nothing of it was collected",
    ),
)
OTHER_UNIT = Code(
    code="SM453",
    severity=Severity.ERROR,
    title=Text(sv="Formuläret gäller en annan enhet", en="The form is of another unit"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="ta reda på vems siffror det är; inget av det lästes in",
        en="find out whose figures it holds; nothing of it was collected",
    ),
)
SAME_FORM = Code(
    code="SM454",
    severity=Severity.NOTE,
    title=Text(sv="Samma formulär två gånger", en="The same form twice"),
    found=Text(sv="samma uppgifter som {other}", en="the same figures as {other}"),
    expected=Text(sv="ett formulär från varje enhet", en="one form from each unit"),
    do=Text(sv="inget; det räknas en gång", en="nothing; it counts once"),
)
DIFFERENT_FORMS = Code(
    code="SM455",
    severity=Severity.ERROR,
    title=Text(sv="Två olika formulär från samma enhet", en="Two different forms from one unit"),
    found=Text(sv="andra uppgifter än {other}: {cells}", en="other figures than {other}: {cells}"),
    expected=Text(sv="ett formulär från varje enhet", en="one form from each unit"),
    do=Text(
        sv="säg vilket som gäller; inget av dem lästes in",
        en="say which one holds; neither was collected",
    ),
)
CELL_NOT_FOUND = Code(
    code="SM456",
    severity=Severity.ERROR,
    title=Text(sv="En rad, kolumn eller ett blad hittas inte", en="A row, column or sheet is not found"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="återställ texten som i formuläret; cellerna där lästes inte in",
        en="restore the text as in the form; the cells there were not collected",
    ),
)
NOT_A_FIGURE = Code(
    code="SM457",
    severity=Severity.ERROR,
    title=Text(sv="Det står inget tal i en talcell", en="A cell for a number holds none"),
    found=Text(sv="{found} ({what})", en="{found} ({what})"),
    expected=Text(sv="ett tal i {unit}, som 1 234,5", en="a number in {unit}, as 1 234,5"),
    do=Text(
        sv="skriv talet, eller lämna cellen tom och förklara under Kommentar på första bladet",
        en="write the number, or leave the cell empty and explain under Kommentar on the first sheet",
    ),
)
MAGNITUDE = Code(
    code="SM458",
    severity=Severity.ERROR,
    title=Text(sv="Beloppet är i fel storlek", en="The amount is of the wrong magnitude"),
    found=Text(sv="{found} i en cell för {unit} ({what})", en="{found} in a cell for {unit} ({what})"),
    expected=Text(sv="ett belopp i {unit}; senast var det {last}", en="an amount in {unit}; it was {last} before"),
    do=Text(
        sv="skriv beloppet i {unit}[[; stämmer det ändå, läs in med --accept '{cell}']]",
        en="write the amount in {unit}[[; if it is right, collect with --accept '{cell}']]",
    ),
)
EMPTIED = Code(
    code="SM459",
    severity=Severity.WARNING,
    title=Text(sv="En förifylld cell är tömd", en="A cell that held a figure is empty"),
    found=Text(sv="en tom cell ({what})", en="an empty cell ({what})"),
    expected=Text(
        sv="{expected}, som stod där, eller ett nytt tal", en="{expected}, which stood there, or a new number"
    ),
    do=Text(
        sv="skriv talet; finns uppgiften inte längre, ta bort den ur arbetsytans filer. Det kända värdet står kvar",
        en="write the number; if there is none, remove it from the workspace's files. The known value stands",
    ),
)
DOUBTFUL_SHARE = Code(
    code="SM460",
    severity=Severity.ERROR,
    title=Text(sv="Andel eller procent", en="A share or per cent"),
    found=Text(sv="{found} utan procentformat ({what})", en="{found} without a per cent format ({what})"),
    expected=Text(sv="procent, som 39,2 %", en="per cent, as 39,2 %"),
    do=Text(sv="skriv talet med procenttecken", en="write the number with a per cent sign"),
)
NO_DAY = Code(
    code="SM461",
    severity=Severity.ERROR,
    title=Text(sv="En ändring utan dag", en="A change without a day"),
    found=Text(sv="{found} ({what})", en="{found_en} ({what})"),
    expected=Text(
        sv="en dag efter {other}, då det värde som ändras lämnades",
        en="a day after {other}, when the value that it changes was handed in",
    ),
    do=Text(sv="fyll i Datum på första bladet", en="fill in Datum on the first sheet"),
)
NOT_DONE = Code(
    code="SM462",
    severity=Severity.WARNING,
    title=Text(sv="Formuläret är inte klarmarkerat", en="The form is not marked as complete"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="Roll, Datum och Klarmarkering Ja", en="a role, a day and the mark Ja"),
    do=Text(
        sv="fyll i rutan Lämna in på första bladet; uppgifterna lästes in som preliminära",
        en="fill in the box Lämna in on the first sheet; the figures were collected and registered as not complete",
    ),
)
NOT_DELIVERED = Code(
    code="SM463",
    severity=Severity.WARNING,
    title=Text(sv="Enheten har inte lämnat in", en="The unit has not handed in"),
    found=Text(sv="inget från {unit} för {period}", en="nothing from {unit} for {period}"),
    expected=Text(sv="formuläret {file}[[ senast {due}]]", en="the form {file}[[ by {due}]]"),
    do=Text(sv="påminn enheten", en="remind the unit"),
)
PATTERN_ADDED = Code(
    code="SM464",
    severity=Severity.NOTE,
    title=Text(sv="Mönstret för insamlade filer", en="The pattern of collected files"),
    found=Text(sv="{pattern} fanns inte i files", en="{pattern} was not among files"),
    expected=Text(sv="att arbetsytan läser det som samlats in", en="that the workspace reads what was collected"),
    do=Text(sv="inget; mönstret är tillagt i styrmodell.toml", en="nothing; it was added to styrmodell.toml"),
)
PATTERN_MISSING = Code(
    code="SM465",
    severity=Severity.ERROR,
    title=Text(sv="Insamlade filer läses inte", en="Collected files are not read"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv='"{pattern}" i files under [workspace]', en='"{pattern}" in files under [workspace]'),
    do=Text(
        sv="lägg till mönstret för hand; inget skrevs i insamlat",
        en="add the pattern by hand; nothing was written in insamlat",
    ),
)
UNKNOWN_FIGURE = Code(
    code="SM466",
    severity=Severity.ERROR,
    title=Text(sv="Planen har inte längre uppgiften", en="The plan no longer has the figure"),
    found=Text(sv="{what}: {name}", en="{what}: {name}"),
    expected=Text(sv="ett mått, en enhet och medlemmar som planen har", en="a measure, unit and members of the plan"),
    do=Text(sv="gör om formuläret med form och skicka det på nytt", en="make the form again and send it anew"),
)
NO_FORM_SENT = Code(
    code="SM467",
    severity=Severity.WARNING,
    title=Text(sv="Enheten har inte fått något formulär", en="The unit got no form"),
    found=Text(
        sv="{unit} ska rapportera {measures} men finns inte i utskicket",
        en="{unit} is to report {measures} but was sent no form",
    ),
    expected=Text(sv="ett formulär till var och en som ska rapportera", en="a form to everybody who is to report"),
    do=Text(sv="gör ett med form --unit, eller rätta måttets expected", en="make one with form --unit"),
)
OLD_FAULTS = Code(
    code="SM469",
    severity=Severity.WARNING,
    title=Text(sv="En lista över fel som inte gäller längre", en="A list of faults that holds no longer"),
    found=Text(sv="{found}, som har ändrats för hand", en="{found}, which was changed by hand"),
    expected=Text(
        sv="ingen lista: enhetens formulär har inga fel, eller en nyare lista",
        en="no list: the unit's form has no faults, or a newer list",
    ),
    do=Text(sv="ta bort den", en="remove it"),
)
UNREADABLE_COLLECTED = Code(
    code="SM468",
    severity=Severity.ERROR,
    title=Text(sv="Det som samlats in förut går inte att läsa", en="What was collected before cannot be read"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="en fil som collect har skrivit", en="a file that collect wrote"),
    do=Text(sv="rätta filen; inget skrevs i den", en="correct the file; nothing was written in it"),
)
OTHER_FORMAT = Code(
    code="SM527",
    severity=Severity.ERROR,
    title=Text(sv="Filen är sparad i ett annat format", en="The file was saved in another format"),
    found=Text(sv="en fil som slutar på {found}", en="a file that ends in {found}"),
    expected=Text(sv="en arbetsbok (.xlsx)", en="a workbook (.xlsx)"),
    do=Text(
        sv="fyll i formuläret och spara det som Excel-arbetsbok (.xlsx); packa upp arkiv. Filen lästes inte",
        en="fill in the form and save it as an Excel workbook (.xlsx); unpack archives. The file was not read",
    ),
)
NOT_READ = Code(
    code="SM528",
    severity=Severity.WARNING,
    title=Text(sv="En fil som inte läses", en="A file that is not read"),
    found=Text(sv="en fil som slutar på {found}", en="a file that ends in {found}"),
    expected=Text(sv="formulär (.xlsx)", en="forms (.xlsx)"),
    do=Text(
        sv="se efter vad den säger, för in det i formuläret och flytta filen",
        en="see what it says, enter that in the form and move the file",
    ),
)
CELL_NOTE = Code(
    code="SM529",
    severity=Severity.NOTE,
    title=Text(sv="En anteckning vid en cell", en="A note at a cell"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="det som behöver sägas under Kommentar", en="what needs to be said under Kommentar"),
    do=Text(
        sv="läs anteckningen; cellen lästes in som den står, och anteckningen sparas inte",
        en="read the note; the cell was collected as it stands, and the note is not kept",
    ),
)
