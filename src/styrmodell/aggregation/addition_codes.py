"""Findings of the aggregation floor about additions to what the units below have told."""

from styrmodell.finding import Code, Severity, Text

NOT_ADDED_ABOVE = Code(
    code="SM325",
    severity=Severity.WARNING,
    title=Text(
        sv="Ett tillägg hos en överordnad enhet är inte med i värdet",
        en="An addition of an upper unit is not in the value",
    ),
    found=Text(
        sv="{addition} gäller {unit} och {added}, {version} gäller {below} och {reported} ({cell})",
        en="{addition} is for {unit} and {added}, {version} for {below} and {reported} ({cell})",
    ),
    expected=Text(
        sv="ett tillägg med ett tal, nyare än det som enheterna under har lämnat, i ett mått som summeras över enheter",
        en="an addition with a figure, newer than what the units below have told, of a measure summed over units",
    ),
    do=Text(
        sv="lämna tillägget för enheterna under, eller hela värdet för {unit}",
        en="give the addition for the units below, or the whole value for {unit}",
    ),
)
ADDED_TO_PART = Code(
    code="SM326",
    severity=Severity.WARNING,
    title=Text(
        sv="Ett tillägg är lagt till en ofullständig summa", en="An addition is added to a sum that is not complete"
    ),
    found=Text(
        sv="{addition} gäller {unit}, {version} gäller {below}, och {missing} saknas för {asked}",
        en="{addition} is for {unit}, {version} for {below}, and {missing} is missing for {asked}",
    ),
    expected=Text(
        sv="värden från alla under {unit}; summan är det som finns och tillägget",
        en="figures of all below {unit}; the sum is what there is and the addition",
    ),
    do=Text(sv="lämna det som saknas", en="report what is missing"),
)
SETTLED_BEFORE = Code(
    code="SM328",
    severity=Severity.WARNING,
    title=Text(sv="Ett fastställt värde är äldre än ett tillägg", en="A settled figure is older than an addition"),
    found=Text(
        sv="{value} är fastställt av {version}, och {addition} är ett senare tillägg för {unit}",
        en="{value} is settled of {version}, and {addition} is a later addition for {unit}",
    ),
    expected=Text(
        sv="ett fastställt värde av den nyaste versionen; det rapporterade används, med tillägget",
        en="a settled figure of the newest version; what was reported is used, with the addition",
    ),
    do=Text(
        sv="fastställ värdet med tillägget, eller ta bort det fastställda",
        en="settle the value with the addition, or remove what is settled",
    ),
)
