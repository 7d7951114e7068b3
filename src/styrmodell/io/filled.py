"""Observations and sources made by the hundred thousand: their fields are put in place as they are.

A class made by attrs checks each figure again and goes over keyword arguments, which takes half of the time a row
takes. Here the reader has checked what it gives; the objects are the same.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import fields_dict

from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

_Put = Callable[[Any, Any], None]

_NEW: Callable[[type[Observation]], Observation] = Observation.__new__
_NEW_SOURCE: Callable[[type[Source]], Source] = Source.__new__


def _put(cls: type, name: str) -> _Put:
    """What puts the field *name* of a frozen object in place."""
    put: _Put = cls.__dict__[name].__set__
    return put


_MEASURE, _UNIT, _PERIOD = (_put(Observation, name) for name in ("measure_id", "unit_id", "period"))
_KIND, _DIMS, _VALUE = (_put(Observation, name) for name in ("kind", "dims", "value"))
_STATE, _AS_OF, _REPORTER = (_put(Observation, name) for name in ("state", "as_of", "reporter"))
_PRECISION, _COMMENT, _SOURCE = (_put(Observation, name) for name in ("precision", "comment", "source"))
_VERSION, _NUMERATOR, _DENOMINATOR = (_put(Observation, name) for name in ("version", "numerator", "denominator"))
_REPORTED, _COUNTERPARTY, _IE = (_put(Observation, name) for name in ("reported", "counterparty", "ie"))
_CORRECTION = _put(Observation, "correction")
_FILE, _PLACE = _put(Source, "file"), _put(Source, "place")
FILLED = (
    "measure_id", "unit_id", "period", "kind", "version", "dims", "value", "numerator", "denominator", "state", "as_of",
    "reported", "reporter", "precision", "comment", "counterparty", "ie", "correction", "source",
)  # fmt: skip
if tuple(fields_dict(Observation)) != FILLED:
    raise TypeError("an observation has other fields than those that are filled here")


def filled_observation(
    measure: MeasureId,
    unit: UnitId,
    period: Period,
    kind: Kind,
    dims: Dims,
    value: Decimal | None,
    state: State,
    as_of: date | None,
    reporter: str,
    precision: Decimal | None,
    comment: str,
    source: Source,
) -> Observation:
    """The same as Observation(...) of these fields.

    Args:
        value: Must have passed model.number.number(), or be of a form that always does; *precision* too.
    """
    made = _NEW(Observation)
    _MEASURE(made, measure)
    _UNIT(made, unit)
    _PERIOD(made, period)
    _KIND(made, kind)
    _VERSION(made, "")
    _DIMS(made, dims)
    _VALUE(made, value)
    _NUMERATOR(made, None)
    _DENOMINATOR(made, None)
    _STATE(made, state)
    _AS_OF(made, as_of)
    _REPORTED(made, None)
    _REPORTER(made, reporter)
    _PRECISION(made, precision)
    _COMMENT(made, comment)
    _COUNTERPARTY(made, "")
    _IE(made, "")
    _CORRECTION(made, "")
    _SOURCE(made, source)
    return made


def filled_source(file: str, place: str) -> Source:
    """The same as Source(file=file, place=place)."""
    made = _NEW_SOURCE(Source)
    _FILE(made, file)
    _PLACE(made, place)
    return made
