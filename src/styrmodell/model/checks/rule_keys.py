"""What the checks know of the rules that measures may name."""

from collections.abc import Collection

from attrs import field, frozen


@frozen(kw_only=True)
class RuleKeys:
    """Keys of rules.

    Attributes:
        known: All that measures may name; empty where that is not checked.
        in_parts: Those that take numerators and denominators.
        weighted: Those that weigh each figure by another measure's.
        adding: Those that add up, so that a figure may be told as items.
    """

    known: Collection[str] = field(default=())
    in_parts: Collection[str] = field(default=())
    weighted: Collection[str] = field(default=())
    adding: Collection[str] = field(default=())
