"""Which units of measures are of one sort, however they are written."""

from types import MappingProxyType

COUNT = "antal"
SHARE_SORT = "%"
MONEY_SORT = "kr"
TIME_SORTS = frozenset(("år", "månader", "veckor", "dagar", "timmar", "minuter"))

_SORTS = MappingProxyType(
    {
        form: forms[0]
        for forms in (
            (COUNT, "st", "st.", "stycken"),
            (SHARE_SORT, "procent"),
            (MONEY_SORT, "kkr", "tkr", "mkr", "mnkr", "mdkr", "kronor", "sek"),
            ("år", "åren"),
            ("månader", "månad", "mån"),
            ("veckor", "vecka"),
            ("dagar", "dag", "dygn"),
            ("timmar", "timme", "tim", "h"),
            ("minuter", "minut", "min"),
            ("m2", "m²", "kvm"),
        )
        for form in forms
    }
)
KNOWN_SORTS = frozenset(_SORTS.values())


def unit_sort(unit: str) -> str:
    """What *unit* counts, in one word: "tkr/inv" and "kr per elev" are both money, "nya avtal" are avtal.

    Empty for no unit.
    """
    counted = unit.casefold().split("/")[0].split(" per ")[0].split()
    return _SORTS.get(counted[-1], counted[-1]) if counted else ""


def fits(unit: str, measure_unit: str) -> bool:
    """Whether a figure in *unit* can be of a measure in *measure_unit*.

    No unit fits every measure; a noun that is no known unit ("avtal") fits a measure that is a count.
    """
    figure, measure = unit_sort(unit), unit_sort(measure_unit)
    if not figure or not measure or figure == measure:
        return True
    return COUNT in (figure, measure) and not {figure, measure} - {COUNT} <= KNOWN_SORTS
