"""The region's words from 2020."""

from datetime import date

from styrmodell.api import Profile

PROFILE_2020 = Profile(
    key="vasternorrland",
    name="Region Västernorrland 2020",
    valid_from=date(2019, 1, 1),
    levels=("region", "förvaltning", "område", "verksamhet"),
    perspectives=("Invånarperspektivet", "Medarbetarperspektivet", "Processperspektivet", "Ekonomiperspektivet"),
    versions=("preliminär", "beslutad", "reviderad"),
    value_lists=(
        ("riskvardering", ("Röd", "Gul", "Grön")),
        (
            "paverkan",
            (
                "Process-effektivitet",
                "Säkerhet patient, invånare",
                "Förtroende, rykte",
                "Medarbetare",
                "Hushållning resurser",
            ),
        ),
        ("projektkategori", ("Målbild framtidens hälsa och sjukvård", "Hållbarhet", "Ordning och reda", "Övrigt")),
        ("omfattning", ("Låg = 1000 h", "Medel = 3000 h", "Hög = 5000 h")),
        (
            "finansieringsform",
            ("It-plan", "Investeringsbudget (ESKIL)", "Givna ramar", "Anslag", "EU", "Övrigt"),
        ),
    ),
)
