"""The region's words of 2024: goals in three levels, and what comments say of work."""

from datetime import date

from styrmodell.api import Profile

KEY = "jamtland-harjedalen"
AREA, LONG_TERM = "målområde", "långsiktigt mål"
STARTED_WORDS, DONE_WORDS = "kommentar-paborjad", "kommentar-genomford"

PROFILE_2024 = Profile(
    key=KEY,
    name="Region Jämtland Härjedalen 2024",
    # The plan that is followed up was decided on 22 November 2023 for 2024.
    valid_from=date(2024, 1, 1),
    levels=("region", "nämnd", "område", "enhet"),
    versions=("beslutad", "reviderad", "april", "augusti"),
    value_lists=(
        ("malniva", (AREA, LONG_TERM)),
        # Words of a comment that say how far work has come, whatever its status says.
        (STARTED_WORDS, ("påbörj", "startat", "har startat", "pågår", "är igång", "arbetas med", "införs")),
        (DONE_WORDS, ("genomförd", "genomfört", "genomförts", "är klar", "är klart", "slutfört", "avslutad")),
    ),
)
PROFILES = (PROFILE_2024,)
