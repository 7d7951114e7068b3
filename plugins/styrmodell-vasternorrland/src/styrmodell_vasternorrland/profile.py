"""The region's words from 2020."""

from datetime import date

from styrmodell.api import Profile

# Each perspective of the balanced scorecard, and the inriktningsmål that the regionplan has decided for it.
STRATEGIC_GOALS = (
    ("Invånarperspektivet", "Jämlik fördelning av resurser utifrån behov"),
    ("Medarbetarperspektivet", "Medarbetarna är delaktiga och har en bra arbetsmiljö"),
    ("Processperspektivet", "Effektiva och framgångsrika verksamheter"),
    ("Ekonomiperspektivet", "En ekonomi i balans över tid"),
)
RATINGS = ("Röd", "Gul", "Grön")
IMPACTS = (
    "Process-effektivitet",
    "Säkerhet patient, invånare",
    "Förtroende, rykte",
    "Medarbetare",
    "Hushållning resurser",
)
# The columns of a risk's rating, in the order of the form.
ASPECTS = ("Effektivitet", "Påverkan", "Sannolikhet")

INVESTMENT_CATEGORIES = (
    "Gemensamt",
    "Sterilteknisk verksamhet",
    "Kök o restaurang",
    "Transport",
    "Städ",
    "Forskning, utbildning och innovation",
    "Regionfastigheter",
)

PROFILE_2020 = Profile(
    key="vasternorrland",
    name="Region Västernorrland 2020",
    valid_from=date(2019, 1, 1),
    levels=("region", "förvaltning", "område", "verksamhet"),
    perspectives=tuple(perspective for perspective, _ in STRATEGIC_GOALS),
    versions=("preliminär", "beslutad", "reviderad"),
    value_lists=(
        ("riskvardering", RATINGS),
        ("riskaspekt", ASPECTS),
        ("paverkan", IMPACTS),
        ("projektkategori", ("Målbild framtidens hälsa och sjukvård", "Hållbarhet", "Ordning och reda", "Övrigt")),
        ("digitalisering", ("Ja", "Nej")),
        # The order of 5.3; a förvaltning's other categories come after these.
        ("investeringskategori", INVESTMENT_CATEGORIES),
        ("omfattning", ("Låg = 1000 h", "Medel = 3000 h", "Hög = 5000 h")),
        (
            "finansieringsform",
            ("It-plan", "Investeringsbudget (ESKIL)", "Givna ramar", "Anslag", "EU", "Övrigt"),
        ),
    ),
)


def words_of(profile: Profile, name: str) -> tuple[str, ...]:
    """The value list *name* of *profile*; the region's own of 2020 where it has none."""
    own = dict(PROFILE_2020.value_lists).get(name, ())
    return dict(profile.value_lists).get(name, own)
