"""Keys: what a figure is a value of, bound to unit, period, kind, version and members."""

from attrs import field, frozen

from styrmodell.model.ids import slug
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period


@frozen(kw_only=True)
class Place:
    """Where something is asked: what a reference inherits when it does not name it itself."""

    unit: str
    period: Period
    kind: Kind = Kind.OUTCOME
    version: str = ""
    dims: Dims = ()


@frozen(kw_only=True, cache_hash=True)
class Key:
    """A measure bound to a place.

    Attributes:
        dims: One (dimension, member) pair for every dimension of the measure, in the measure's order.
    """

    measure: str
    unit: str
    period: Period
    kind: Kind
    version: str = ""
    dims: Dims = ()

    @property
    def cell(self) -> str:
        """The cell id outside reports: "value/measure@unit@period/kind.version/members"."""
        kind = f"{self.kind.value}.{slug(self.version)}" if self.version else self.kind.value
        members = ".".join(slug(member) for _, member in self.dims)
        parts = ["value", f"{slug(self.measure)}@{slug(self.unit)}@{self.period.text.lower()}", kind]
        return "/".join([*parts, members] if members else parts)


@frozen(kw_only=True, cache_hash=True)
class Compound:
    """An operation on bound figures: the key of an explanation that is no single measure."""

    op: str
    parts: "tuple[Bound, ...]" = field()
    factor: str = ""

    @property
    def cell(self) -> str:
        """Compounds have no id of their own outside a table."""
        return ""


Bound = Key | Compound
