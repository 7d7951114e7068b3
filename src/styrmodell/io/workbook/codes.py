"""The kinds of findings about workbooks, before anybody asks what the cells mean (SM140 to SM150)."""

from styrmodell.finding import Code, Severity, Text

_SAVE_AS_XLSX = Text(
    sv="öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx)",
    en="open the file in Excel and save it as an Excel workbook (.xlsx)",
)
_SAVE_AGAIN = Text(
    sv="öppna filen i Excel och spara den på nytt; hjälper inte det, hämta den igen därifrån den kom",
    en="open the file in Excel and save it again; if that does not help, fetch it anew from where it came",
)

NOT_A_WORKBOOK = Code(
    code="SM140",
    severity=Severity.ERROR,
    title=Text(sv="inte en arbetsbok som kan läsas", en="not a workbook that can be read"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="en Excel-arbetsbok (.xlsx eller .xlsm)", en="an Excel workbook (.xlsx or .xlsm)"),
    do=_SAVE_AS_XLSX,
)
ENCRYPTED_WORKBOOK = Code(
    code="SM141",
    severity=Severity.ERROR,
    title=Text(sv="arbetsboken är krypterad", en="the workbook is encrypted"),
    found=Text(sv="en fil med lösenord", en="a file with a password"),
    expected=Text(sv="en arbetsbok utan lösenord", en="a workbook without a password"),
    do=Text(
        sv="öppna filen i Excel, välj Arkiv, Info, Skydda arbetsboken, Kryptera med lösenord, töm rutan och spara",
        en="open the file in Excel, choose File, Info, Protect Workbook, Encrypt with Password, empty the box and save",
    ),
)
UNSAFE_PACKAGE = Code(
    code="SM142",
    severity=Severity.ERROR,
    title=Text(sv="paketet är större eller tätare än det får vara", en="the package is larger or denser than allowed"),
    found=Text(sv="[[{part}: ]]{found}", en="[[{part}: ]]{found_en}"),
    expected=Text(sv="högst {limit}", en="at most {limit_en}"),
    do=Text(
        sv="ta bort bilder, tomma formaterade rader och blad som inte behövs, eller dela filen i flera",
        en="remove pictures, empty formatted rows and sheets that are not needed, or split the file",
    ),
)
BROKEN_PACKAGE = Code(
    code="SM143",
    severity=Severity.ERROR,
    title=Text(sv="paketet är trasigt", en="the package is broken"),
    found=Text(sv="[[{part}: ]]{found}", en="[[{part}: ]]{found_en}"),
    expected=Text(
        sv="ett zip-paket där varje del finns en gång, är hel och ligger inom paketet",
        en="a zip package where each part is there once, is whole and lies inside the package",
    ),
    do=_SAVE_AGAIN,
)
REFUSED_XML = Code(
    code="SM144",
    severity=Severity.ERROR,
    title=Text(sv="otillåten XML i paketet", en="XML that is not allowed in the package"),
    found=Text(sv="{part}: {found}", en="{part}: {found_en}"),
    expected=Text(sv="XML utan DOCTYPE och egna entiteter", en="XML without DOCTYPE and entities of its own"),
    do=_SAVE_AGAIN,
)
BROKEN_WORKBOOK = Code(
    code="SM145",
    severity=Severity.ERROR,
    title=Text(sv="arbetsboken är trasig", en="the workbook is broken"),
    found=Text(sv="[[{part}: ]]{found}", en="[[{part}: ]]{found_en}"),
    expected=Text(sv="en hel arbetsbok, som Excel sparar den", en="a whole workbook, as Excel saves it"),
    do=_SAVE_AGAIN,
)
UNREADABLE_SHEET = Code(
    code="SM146",
    severity=Severity.ERROR,
    title=Text(sv="bladet kan inte läsas", en="the sheet cannot be read"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="ett blad som Excel sparar det", en="a sheet as Excel saves it"),
    do=_SAVE_AGAIN,
)
LOST_CELLS = Code(
    code="SM148",
    severity=Severity.ERROR,
    title=Text(sv="celler gick inte att läsa", en="cells could not be read"),
    found=Text(
        sv="{count} ifyllda celler som läsaren inte fick med, den första i {first}",
        en="{count} filled cells that the reader did not get, the first in {first}",
    ),
    expected=Text(sv="att varje ifylld cell blir läst, en gång", en="that each filled cell is read, once"),
    do=_SAVE_AGAIN,
)
REFUSED_CELL = Code(
    code="SM149",
    severity=Severity.ERROR,
    title=Text(sv="cellens innehåll tas inte emot", en="the content of the cell is not accepted"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(
        sv="ett vanligt tal, ett datum från 1900 eller högst 32 767 tecken vanlig text",
        en="an ordinary number, a date from 1900 on, or at most 32 767 characters of plain text",
    ),
    do=Text(sv="skriv om cellen", en="write the cell anew"),
)
SKIPPED_SHEET = Code(
    code="SM150",
    severity=Severity.NOTE,
    title=Text(sv="bladet läses inte", en="the sheet is not read"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="ett kalkylblad", en="a worksheet"),
    do=Text(
        sv="inget; står det värden där, flytta dem till ett kalkylblad",
        en="nothing; if it holds values, move them to a worksheet",
    ),
)
