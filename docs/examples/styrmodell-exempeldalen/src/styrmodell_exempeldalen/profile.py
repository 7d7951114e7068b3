"""The region's words. New words come in a new profile with a later valid_from; the old one stays."""

from datetime import date

from styrmodell.api import Profile

KEY = "exempeldalen"
DEPARTMENT = "förvaltning"

PROFILE_2025 = Profile(
    key=KEY,
    name="Region Exempeldalen",
    valid_from=date(2025, 1, 1),
    levels=("region", DEPARTMENT, "enhet"),
    versions=("beslutad", "reviderad"),
    value_lists=(("malniva", ("inriktningsmål", "nämndmål")),),
)
PROFILES = (PROFILE_2025,)
