"""A risk with several points of control: each on a row of its own, without a name, below the risk."""

from tests.io.list_tables import objects, read, told

from styrmodell.model.risk import ControlPoint, Risk

HEADINGS = ("Risk", "Ansvarig", "Kontrollmoment", "Kontrollmetod")


def risks(*table: tuple[str, ...]) -> tuple[Risk, ...]:
    found = objects(read("risks", HEADINGS, table), "risks")
    return tuple(one for one in found if isinstance(one, Risk))


def test_a_row_of_nothing_but_a_control_point_belongs_to_the_risk_above() -> None:
    brand, fukt = risks(
        ("Brand", "Chef", "Larm provas", "Prov"),
        ("", "", "Vägar fria", "Rond"),
        ("Fukt", "Chef", "", ""),
        ("", "", "Källare ses", "Rond"),
    )
    larm, roads = ControlPoint(name="Larm provas", method="Prov"), ControlPoint(name="Vägar fria", method="Rond")
    assert brand.control_points == (larm, roads)
    assert fukt.control_points == (ControlPoint(name="Källare ses", method="Rond"),)


def test_a_row_that_says_more_is_no_continuation_and_lacks_its_name() -> None:
    content = read("risks", HEADINGS, (("Brand", "Chef", "Larm", ""), ("", "Rektor", "Vägar", "")))
    assert told(content) == ["SM108 Blad!A3"]


def test_a_fault_in_a_control_point_is_told_at_its_own_cell() -> None:
    content = read("risks", HEADINGS, (("Brand", "Chef", "Larm", ""), ("", "", "", "Rond")))
    assert told(content) == ["SM108 Blad!C3"]


def test_what_is_given_for_all_rows_is_no_content_of_a_row() -> None:
    content = read("risks", HEADINGS, (("Brand", "", "Larm", ""), ("", "", "Vägar", "")), given={"unit": "norr"})
    (brand,) = objects(content, "risks")
    assert isinstance(brand, Risk)
    assert len(brand.control_points) == 2
