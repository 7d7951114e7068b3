"""Limits of a region: how many indicators, assignments and activities its organisation is to carry."""

from attrs import field, frozen


def _positive(_one: object, attribute: object, value: int | None) -> None:
    if value is not None and value < 1:
        raise ValueError(f"{getattr(attribute, 'name', '')}: a limit is a number above 0")


@frozen(kw_only=True)
class Limits:
    """At most so many; None where there is no limit.

    Attributes:
        items: Indicators and assignments of a plan, each counted once.
        items_per_unit: Of these, those that one unit works with.
        activities_per_item: How many activities under one of them.
        activities_per_unit: Activities of one unit.

    Raises:
        ValueError: A limit below 1.
    """

    items: int | None = field(default=None, validator=_positive)
    items_per_unit: int | None = field(default=None, validator=_positive)
    activities_per_item: int | None = field(default=None, validator=_positive)
    activities_per_unit: int | None = field(default=None, validator=_positive)
