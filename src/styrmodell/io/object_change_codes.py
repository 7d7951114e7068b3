"""Findings of changes of objects."""

from styrmodell.finding import Code, Severity, Text

CHANGE_OF_NOTHING = Code(
    code="SM153",
    severity=Severity.ERROR,
    title=Text(sv="En ändring av något som inte finns", en="A change of what does not exist"),
    found=Text(sv="{kind}: {name}", en="{kind}: {name}"),
    expected=Text(
        sv="ett objekt som någon fil har[[ (menade du {near}?)]]",
        en="an object of some file[[ (did you mean {near}?)]]",
    ),
    do=Text(sv="rätta id, eller ta bort ändringen", en="correct the id, or remove the change"),
)
OTHER_BEFORE = Code(
    code="SM154",
    severity=Severity.WARNING,
    title=Text(sv="Filen har ändrats efter en insamlad ändring", en="The file was changed after a collected change"),
    found=Text(sv="{name}, {field}: {found} i {other}", en="{name}, {field}: {found} in {other}"),
    expected=Text(
        sv="{expected}, som ändringen utgick från; ändringen gäller",
        en="{expected}, which was changed; the change holds",
    ),
    do=Text(
        sv="ta bort ändringen om filen ska gälla, annars rätta filen",
        en="remove the change if the file is to hold, else correct the file",
    ),
)
