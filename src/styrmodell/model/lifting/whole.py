"""Wholes and parts: which object another is a part of."""

from collections.abc import Iterable, Mapping


def known_wholes(named: Mapping[str, str | None]) -> dict[str, str]:
    """Object → the whole it is a part of.

    Args:
        named: Every object, and the whole it names. One that is not there, or that is a part of the object itself, is
            left out: then the object stands by itself, so that nothing is lost from a sum.
    """
    above = {name: whole for name, whole in named.items() if whole is not None and whole in named}
    circling = _on_circles(above)
    return {name: whole for name, whole in above.items() if name not in circling}


def _on_circles(above: Mapping[str, str]) -> set[str]:
    """Those that are parts of themselves; each is walked by once, for a line may be as long as there are objects."""
    walked: dict[str, str] = {}  # object → where the walk that came by it began
    found: set[str] = set()
    for start in above:
        current: str | None = start
        while current is not None and current not in walked:
            walked[current] = start
            current = above.get(current)
        if current is not None and walked[current] == start:
            found.add(current)
            found.update(wholes_of(current, above))
    return found


def wholes_of(name: str, wholes: Mapping[str, str]) -> tuple[str, ...]:
    """What *name* is a part of, nearest first; on a circle each once."""
    found: dict[str, None] = {}
    current = wholes.get(name)
    while current is not None and current not in found:
        found[current] = None
        current = wholes.get(current)
    return tuple(found)


def parts_of(wholes: Mapping[str, str], left_out: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """Whole → its parts in order, without those that are *left_out*."""
    found: dict[str, list[str]] = {}
    outside = frozenset(left_out)
    for name, whole in wholes.items():
        if name not in outside:
            found.setdefault(whole, []).append(name)
    return {whole: tuple(parts) for whole, parts in found.items()}
