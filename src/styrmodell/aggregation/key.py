"""Keys: what a figure is a value of, bound to unit, period, kind, version and members."""

from attrs import field, frozen

from styrmodell.model.ids import slug
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind, require_kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period

_NO_MEMBERS = "-"


@frozen(kw_only=True)
class Place:
    """Where something is asked: what a reference inherits when it does not name it itself.

    Raises:
        TypeError: *kind* is no Kind.
    """

    unit: str
    period: Period
    kind: Kind = field(default=Kind.OUTCOME, validator=lambda _, __, kind: require_kind(kind))
    version: str = ""
    dims: Dims = ()
    ie: str = ""
    internal: Internal | None = None


@frozen(kw_only=True, cache_hash=True)
class Key:
    """A measure bound to a place.

    Attributes:
        dims: One (dimension, member) pair for every dimension of the measure, in the measure's order.
        ie: The I/E codes that are let through, as a code set's text ("0–2"); empty for all.
        internal: What of the internal items is held; None for what the measure says.
        within: Of what is eliminated, the unit that both sides are at or below, where that is another than *unit*: a
            part of what is eliminated there.
    """

    measure: str
    unit: str
    period: Period
    kind: Kind
    version: str = ""
    dims: Dims = ()
    ie: str = ""
    internal: Internal | None = None
    within: str = ""

    @property
    def cell(self) -> str:
        """The cell id outside reports: "value/measure@unit@period/kind.version/members/cut"."""
        kind = f"{self.kind.value}.{slug(self.version)}" if self.version else self.kind.value
        members = ".".join(slug(member) for _, member in self.dims)
        cut = cut_text(self.ie, self.internal)
        parts = ["value", f"{slug(self.measure)}@{slug(self.unit)}@{self.period.text.lower()}", kind]
        if cut:
            return "/".join([*parts, members or _NO_MEMBERS, cut])
        return "/".join([*parts, members] if members else parts)


def cut_text(ie: str, internal: Internal | None) -> str:
    """A cut as part of a cell id: "ie0-2_5.net"; empty when nothing is cut."""
    codes = f"ie{ie.replace(', ', '_').replace('–', '-')}" if ie else ""
    return ".".join(part for part in (codes, internal.value if internal else "") if part)


def read_cut(text: str) -> tuple[str, Internal | None] | None:
    """What cut_text wrote: the codes and what is held; None where *text* is no cut."""
    ie, internal = "", None
    known = {one.value: one for one in Internal}
    for part in text.split("."):
        if part.startswith("ie") and len(part) > len("ie"):
            ie = part.removeprefix("ie").replace("_", ", ").replace("-", "–")
        elif part in known:
            internal = known[part]
        else:
            return None
    return ie, internal


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
