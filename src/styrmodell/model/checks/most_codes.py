"""What is told of findings that are too many of one kind."""

from styrmodell.finding import Code, Severity, Text

MORE_OF_THEM = Code(
    code="SM276",
    severity=Severity.WARNING,
    title=Text(sv="Fler iakttagelser av samma slag än som visas", en="More findings of a kind than are shown"),
    found=Text(sv="{count} till av slaget {code} i filen", en="{count} more of the kind {code} in the file"),
    expected=Text(sv="högst {most} av ett slag i en fil", en="at most {most} of a kind in a file"),
    do=Text(
        sv="rätta det som de har gemensamt, ofta ett felstavat id, och kör igen",
        en="mend what they have in common, often a misspelt id, and run again",
    ),
)
