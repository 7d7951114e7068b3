"""Findings of saving: what stops it before anything is written."""

from styrmodell.finding import Code, Severity, Text

NOT_SAME = Code(
    code="SM197",
    severity=Severity.ERROR,
    title=Text(sv="planen kan inte sparas som den är", en="the plan cannot be saved as it is"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="uppgifter som läses tillbaka lika", en="data that is read back equal"),
    do=Text(
        sv="rätta id, texter eller definitioner som bara går att skriva i Python; inget skrevs",
        en="correct ids, texts or definitions that only Python can hold; nothing was written",
    ),
)
FOREIGN_FILE = Code(
    code="SM198",
    severity=Severity.ERROR,
    title=Text(sv="mappen har redan en annan fil", en="the folder already has another file"),
    found=Text(
        sv="{file}, som save inte har skrivit eller som har ändrats sedan dess",
        en="{file}, which save has not written or which was changed since",
    ),
    expected=Text(sv="en tom mapp, eller en som save skrev i förra gången", en="an empty folder, or one save wrote in"),
    do=Text(
        sv="välj en annan mapp med --out, eller flytta filen; inget skrevs",
        en="choose another folder with --out, or move the file; nothing was written",
    ),
)
