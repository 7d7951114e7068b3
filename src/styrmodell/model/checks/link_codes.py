"""Findings of ids, links, units and dates."""

from styrmodell.finding import Code, Severity, Text

AMBIGUOUS_ID = Code(
    code="SM212",
    severity=Severity.ERROR,
    title=Text(sv="Ett id som betyder två saker", en="An id that means two things"),
    found=Text(sv="{name} är både {first} och {second}", en="{name} is both {first_en} and {second_en}"),
    expected=Text(
        sv="ett id som bara en sak har, där en länk kan gälla vad som helst",
        en="an id that one thing has, where a link may be to anything",
    ),
    do=Text(sv="byt id på den ena", en="rename one of them"),
)
SHARES_NOT_ONE = Code(
    code="SM213",
    severity=Severity.ERROR,
    title=Text(sv="Andelar som inte blir ett", en="Shares that do not make one"),
    found=Text(
        sv="{what} {name}: andelarna i {field} blir {sum}[[, och {without} saknar andel]]",
        en="{what_en} {name}: the shares of {field_en} make {sum}[[, and {without} has no share]]",
    ),
    expected=Text(
        sv="andelar som tillsammans är 1, eller inga andelar alls", en="shares that are 1 together, or no shares at all"
    ),
    do=Text(sv="rätta andelarna; skriv tredjedelar som 1/3", en="correct the shares; write thirds as 1/3"),
)
WRONG_SHARE = Code(
    code="SM214",
    severity=Severity.ERROR,
    title=Text(sv="En andel som inte kan stämma", en="A share that cannot be right"),
    found=Text(
        sv="{what} {name} har andelen {share} i {field}", en="{what_en} {name} has the share {share} in {field_en}"
    ),
    expected=Text(sv="en andel över 0 och högst 1", en="a share above 0 and at most 1"),
    do=Text(sv="rätta andelen", en="correct the share"),
)
TWO_PLACES = Code(
    code="SM215",
    severity=Severity.ERROR,
    title=Text(sv="En enhet på två ställen samtidigt", en="A unit in two places at one time"),
    found=Text(
        sv="enheten {name} ligger i hierarkin {hierarchy} under både {first} och {second} den {day}",
        en="the unit {name} is in the hierarchy {hierarchy} under both {first} and {second} on {day}",
    ),
    expected=Text(sv="en plats i taget i varje hierarki", en="one place at a time in each hierarchy"),
    do=Text(
        sv="ge den ena platsen ett slutdatum, eller ta bort den; annars räknas enheten två gånger",
        en="give one place a last day, or remove it; else the unit counts twice",
    ),
)
WRONG_VALIDITY = Code(
    code="SM216",
    severity=Severity.ERROR,
    title=Text(sv="Slutar innan det börjar", en="Ends before it begins"),
    found=Text(sv="{what} {name} gäller från {start} till {end}", en="{what_en} {name} is valid from {start} to {end}"),
    expected=Text(sv="en första dag som inte ligger efter den sista", en="a first day that is not after the last"),
    do=Text(sv="rätta datumen", en="correct the dates"),
)
WRONG_DATES = Code(
    code="SM217",
    severity=Severity.WARNING,
    title=Text(sv="Datum i fel ordning", en="Dates in the wrong order"),
    found=Text(
        sv="{what} {name}: {first} {start}, {last} {end}", en="{what_en} {name}: {first_en} {start}, {last_en} {end}"
    ),
    expected=Text(sv="datum i ordning", en="dates in order"),
    do=Text(sv="rätta datumen", en="correct the dates"),
)
PARENT_GONE = Code(
    code="SM218",
    severity=Severity.NOTE,
    title=Text(sv="Enheten finns när den överordnade inte finns", en="A unit exists when the one above it does not"),
    found=Text(
        sv="enheten {name} finns {start} till {end} men {parent} bara {parent_start} till {parent_end}",
        en="the unit {name} exists {start} to {end} but {parent} only {parent_start} to {parent_end}",
    ),
    expected=Text(sv="att den överordnade finns lika länge", en="that the unit above exists as long"),
    do=Text(
        sv="rätta datumen, eller lägg enheten under en annan; de dagarna räknas den till närmast högre enhet",
        en="correct the dates, or put the unit under another; on those days it counts to the next one above",
    ),
)
EARLY_SUCCESSOR = Code(
    code="SM219",
    severity=Severity.WARNING,
    title=Text(sv="Efterträdare till en enhet som finns kvar", en="Successors of a unit that still exists"),
    found=Text(
        sv="enheten {name} har efterträdare men ingen sista dag", en="the unit {name} has successors but no last day"
    ),
    expected=Text(sv="en sista dag när andra har tagit över", en="a last day when others have taken over"),
    do=Text(
        sv="skriv enhetens sista dag; tills dess räknas den som sig själv",
        en="write the unit's last day; until then it counts as itself",
    ),
)
UNDATED_CORRECTION = Code(
    code="SM220",
    severity=Severity.ERROR,
    title=Text(sv="En rättelse som inte säger när", en="A correction that does not say when"),
    found=Text(
        sv="rättelsen av {key} är rapporterad {reported}; värdet den rättar {other}",
        en="the correction of {key} was reported {reported}; the value it corrects {other}",
    ),
    expected=Text(
        sv="en rättelse med en rapportdag efter det värde den rättar",
        en="a correction reported on a later day than the value it corrects",
    ),
    do=Text(sv="skriv dagen då rättelsen lämnades", en="write the day the correction was handed in"),
)
NOTHING_CORRECTED = Code(
    code="SM221",
    severity=Severity.WARNING,
    title=Text(sv="En rättelse av ingenting", en="A correction of nothing"),
    found=Text(
        sv="{key} har en rättelse men inget värde att rätta", en="{key} has a correction but no value to correct"
    ),
    expected=Text(sv="det första värdet kvar bredvid rättelsen", en="the first value kept beside the correction"),
    do=Text(
        sv="lägg tillbaka det första värdet, eller ta bort texten i kolumnen rättelse",
        en="put the first value back, or remove the text of the correction",
    ),
)
DOUBLE_TARGET = Code(
    code="SM222",
    severity=Severity.ERROR,
    title=Text(sv="Två målvärden för samma sak", en="Two targets for one thing"),
    found=Text(sv="{key} har redan ett målvärde: {other}", en="{key} has a target already: {other}"),
    expected=Text(
        sv="ett målvärde per mått, enhet, period, version och medlemmar",
        en="one target per measure, unit, period, version and members",
    ),
    do=Text(sv="ta bort det ena, eller ge dem olika version", en="remove one, or give them different versions"),
)
