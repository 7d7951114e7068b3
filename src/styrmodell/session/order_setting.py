"""The order of units that a report asks for in its settings."""

from collections.abc import Mapping
from datetime import date

from styrmodell.aggregation.unit_orders import Order

_YES = ("true", "ja")
_NO = ("", "false", "nej")
HIERARCHY, ON, AS_NOW = "hierarchy", "on", "as_now"


def read_order(settings: Mapping[str, str], default: Order) -> Order:
    """What *settings* say of the units' order: hierarchy, on (a day) and as_now; *default* where they say nothing.

    Raises:
        ValueError: *on* is no day, or *as_now* neither true nor false.
    """
    if not {HIERARCHY, ON, AS_NOW} & set(settings):
        return default
    as_now = settings.get(AS_NOW, "").strip().casefold()
    if as_now not in (*_YES, *_NO):
        raise ValueError(f"{AS_NOW} = {as_now!r}: expected true or false")
    day = settings.get(ON, "").strip()
    on = date.fromisoformat(day) if day else None
    return Order(hierarchy=settings.get(HIERARCHY, "").strip(), on=on, as_now=as_now in _YES)
