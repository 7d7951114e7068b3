"""The region's words, as they were in 2018 and as they are from 2024."""

from datetime import date

from styrmodell.api import Profile

KEY = "dalarna"
PERSPECTIVES = ("Befolkning och kund", "Process och verksamhet", "Medarbetare", "Ekonomi och finans")
LEVELS_BELOW = ("nämnd", "förvaltning", "division", "verksamhet")
_BUDGETS = ("preliminär", "beslutad", "reviderad")
# A forecast is called by the month it was made in: P08 is that of August.
FORECASTS = tuple(f"P{month:02}" for month in range(1, 13))

PROFILE_2018 = Profile(
    key=KEY,
    name="Landstinget Dalarna 2018",
    # The planning model was decided by landstingsfullmäktige on 9 November 2015 and came into use from 2016.
    valid_from=date(2016, 1, 1),
    levels=("landsting", *LEVELS_BELOW),
    perspectives=PERSPECTIVES,
    versions=_BUDGETS,
    value_lists=(("malniva", ("strategiskt mål",)),),
)

PROFILE_2024 = Profile(
    key=KEY,
    name="Region Dalarna 2024",
    # What held from 2019, when landstinget became a region, to 2023 is in no source: till then that of 2018 holds.
    valid_from=date(2024, 1, 1),
    levels=("region", *LEVELS_BELOW),
    perspectives=PERSPECTIVES,
    versions=(*_BUDGETS, *FORECASTS),
    value_lists=(
        ("malniva", ("strategiskt mål",)),
        (
            "atgardskategori",
            ("Effektivisering", "Ransonering", "Minska omotiverade kostnadsskillnader", "Generell besparing"),
        ),
        ("genomforbarhet", ("1", "2", "3")),
    ),
)
PROFILES = (PROFILE_2018, PROFILE_2024)
