"""What check tells of figures: also why targets cannot be judged."""

from tests.aggregation.status.small_plan import judged, measure, obs

from styrmodell.testing import make_workspace


def test_a_target_without_anything_to_compare_with_is_told_once_by_check() -> None:
    plan = judged([measure("m", "ska öka", rule="mean")], [obs("5")]).judge.plan
    told = [finding for finding in make_workspace(plan).check() if finding.code.code == "SM330"]
    assert [finding.found() for finding in told] == ["målet för m, r 2020, är ska öka, men ingångsvärde saknas"]
