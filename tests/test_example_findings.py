"""What check tells of the examples from Dalarna: exactly what the printed documents deserve."""

from collections import Counter
from pathlib import Path

import pytest

from styrmodell.api import load

EXAMPLES = Path(__file__).parents[1] / "examples"
DENTAL = {
    "SM232": 1,  # "inom bestämt tidsintervall", and no interval is said
    "SM233": 2,  # 4664/4616 is over one; the baselines of kariesfria are printed without %
    "SM234": 1,  # 4664/4616 is 101,0 %, and 100 % is printed
    "SM235": 1,  # the same: all have been visited already
    "SM236": 2,  # "Bibehålla" and "3333 nya avtal/år" do not say which way is better
    "SM238": 1,  # "Ej i harmoni med modell" is no baseline
    "SM241": 2,  # nobody answers for the measures of either card
    "dalarna.2": 1,  # of the central administration's card only two rows are in the source
}
FOLLOWED = {
    "SM232": 1,
    "SM233": 2,
    "SM234": 1,
    "SM235": 1,
    "SM241": 1,  # one measure has no source
    "dalarna.1": 1,  # one target is missed, and nobody has said why
}
YEAR = {
    "SM244": 1,  # nobody has calculated the net of the shared schedules
    "dalarna.1": 1,  # overcrowding in July is red, and nobody has commented on it
    "dalarna.2": 1,  # the card has a vision and no more of the first page
    "dalarna.3": 2,  # a division and an action have changed forecasts without a word
    "dalarna.4": 1,  # the divisions' targets for agency staff are together above the common one
    "dalarna.5": 1,  # one action was not followed up in July
}
SAVINGS = {
    "SM244": 5,  # net targets and outcomes without a calculated net effect, as the auditors found
    "SM245": 2,  # two assignments without a day to report back
    "SM301": 1,  # the deviation of October contradicts its own target and forecast
    "SM303": 4,  # deviations are printed without the forecasts they would be computed from
    "SM340": 1,  # no action has a forecast
    "SM342": 1,  # the target of hired staff was changed, and the decision is not told
    "SM343": 1,  # the school transports cannot reach their target even in a whole year
    "SM344": 1,  # vårdnära service on 20 mnkr stands at two units
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dalarna-tandvard-2018", DENTAL),
        ("dalarna-tandvard-fiktiv-2018", FOLLOWED),
        ("dalarna-fiktiv-2024", YEAR),
        ("dalarna-handlingsplan-2024", SAVINGS),
    ],
)
def test_the_example_has_exactly_the_findings_that_the_document_deserves(name: str, expected: dict[str, int]) -> None:
    assert dict(Counter(finding.code.code for finding in load(EXAMPLES / name).check())) == expected


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in EXAMPLES.glob("*/styrmodell.toml")), ids=lambda p: p.name
)
def test_every_example_says_what_it_is(folder: Path) -> None:
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "## Iakttagelser" in text
