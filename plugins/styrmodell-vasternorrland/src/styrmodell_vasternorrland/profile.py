"""The region's words from 2020."""

from datetime import date

from styrmodell.api import Profile

PROFILE_2020 = Profile(
    key="vasternorrland",
    name="Region Västernorrland 2020",
    valid_from=date(2019, 1, 1),
    levels=("region", "förvaltning", "område", "verksamhet"),
    versions=("preliminär", "beslutad", "reviderad"),
)
