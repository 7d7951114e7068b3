"""Lists of acknowledgements: findings that somebody stands for."""

from styrmodell.finding import Acknowledgement
from styrmodell.io.lists.kind import ListKind

ACKNOWLEDGEMENT_KIND = ListKind(
    key="acknowledgements",
    cls=Acknowledgement,
    sheets="kvitteringar; kvitterade; kvitterade iakttagelser; acknowledgements",
    required=("code", "where", "found", "expected", "why", "role", "until"),
    names=(),
    headings=(
        ("code", "Kod"),
        ("where", "Var; Plats"),
        ("found", "Hittade; Iakttagelse"),
        ("expected", "Väntade"),
        ("why", "Varför; Skäl; Motivering"),
        ("role", "Roll; Kvitterad av; Av"),
        ("until", "Till och med; Gäller till; Slutdatum; Tom"),
        ("dated", "Datum; Daterad; Kvitterad"),
    ),
)
