"""Findings of words, steps and codes that a profile or a dimension limits."""

from styrmodell.finding import Code, Severity, Text

UNKNOWN_WORD = Code(
    code="SM223",
    severity=Severity.WARNING,
    title=Text(sv="Ett ord utanför värdelistan", en="A word outside the value list"),
    found=Text(sv="{what} {name} har {field} {word}", en="{what_en} {name} has {field_en} {word}"),
    expected=Text(
        sv="ett ord i listan {list}: {known}[[; menade du {near}?]]",
        en="a word of the list {list}: {known}[[; did you mean {near}?]]",
    ),
    do=Text(
        sv="rätta ordet eller lägg till det i profilens lista", en="correct the word or add it to the profile's list"
    ),
)
OUTSIDE_SCALE = Code(
    code="SM224",
    severity=Severity.ERROR,
    title=Text(sv="Utanför skalan", en="Outside the scale"),
    found=Text(sv="{what} {name} har {field} {step}", en="{what_en} {name} has {field_en} {step}"),
    expected=Text(sv="ett steg från 1 till {top}", en="a step from 1 to {top}"),
    do=Text(sv="rätta steget, eller skalan i profilen", en="correct the step, or the scale in the profile"),
)
SHARED_CODES = Code(
    code="SM225",
    severity=Severity.ERROR,
    title=Text(sv="Koder som två medlemmar gör anspråk på", en="Codes that two members claim"),
    found=Text(
        sv="i indelningen {dimension} hör {codes} till både {first} och {second}",
        en="in the dimension {dimension} {codes} belong to both {first} and {second}",
    ),
    expected=Text(sv="att varje kod hör till en medlem", en="that each code belongs to one member"),
    do=Text(
        sv="ta bort koderna från den ena, annars räknas de två gånger",
        en="remove the codes from one, else they count twice",
    ),
)
UNREAD_CODES = Code(
    code="SM226",
    severity=Severity.WARNING,
    title=Text(sv="Koder som inte kan läsas", en="Codes that cannot be read"),
    found=Text(
        sv="medlemmen {name} i {dimension} har koderna {codes}",
        en="the member {name} of {dimension} has the codes {codes}",
    ),
    expected=Text(
        sv="koder och intervall med lika många siffror, som 010–090, 092, eller övriga",
        en="codes and ranges with equally many digits, as 010–090, 092, or övriga",
    ),
    do=Text(
        sv="skriv koderna så; annan text hör hemma i namnet", en="write the codes so; other text belongs in the name"
    ),
)
TWO_RESTS = Code(
    code="SM227",
    severity=Severity.ERROR,
    title=Text(sv="Två medlemmar som tar resten", en="Two members that take the rest"),
    found=Text(
        sv="i indelningen {dimension} tar både {first} och {second} övriga koder",
        en="in the dimension {dimension} both {first} and {second} take the rest of the codes",
    ),
    expected=Text(sv="en medlem som tar resten", en="one member that takes the rest"),
    do=Text(sv="skriv ut koderna för den ena", en="write out the codes of one of them"),
)
NOT_A_MONTH = Code(
    code="SM228",
    severity=Severity.ERROR,
    title=Text(sv="En startmånad som inte är en månad", en="A first month that is not a month"),
    found=Text(sv="åtgärden {name} börjar {period}", en="the action {name} begins {period}"),
    expected=Text(sv="en enda månad, som 2024-04", en="one month, as 2024-04"),
    do=Text(sv="skriv den månad åtgärden börjar ge effekt", en="write the month from which the action has effect"),
)
UNREAD_LIST = Code(
    code="SM275",
    severity=Severity.NOTE,
    title=Text(sv="En värdelista som ingenting prövas mot", en="A value list that nothing is checked against"),
    found=Text(
        sv="profilen {profile} har {what} {name}, som inte är en av dem som prövas",
        en="the profile {profile} has the {what_en} {name}, which is none of those that are checked",
    ),
    expected=Text(sv="ett känt namn; menade du {near}?", en="a known name; did you mean {near}?"),
    do=Text(
        sv="rätta namnet, eller låt det stå om listan är er egen", en="correct the name, or keep a list of your own"
    ),
)
