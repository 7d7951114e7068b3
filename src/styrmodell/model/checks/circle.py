"""Circles among links: found once for a whole graph, in time that grows with its size."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=str)

MAX_WAYS = 50


def circles(links: Mapping[Name, Sequence[Name]]) -> tuple[tuple[Name, ...], ...]:
    """The groups of names that lead back to themselves along *links*, each with its names in the order of *links*.

    Two names stand in one group when each leads to the other.
    """
    place = {name: index for index, name in enumerate(links)}
    group: dict[Name, Name] = {}
    back = _reversed(links)
    for start in reversed(finish_order(links)):
        for name in _reached(start, back, group):
            group[name] = start
    together: dict[Name, list[Name]] = {}
    for name in sorted(group, key=place.__getitem__):
        together.setdefault(group[name], []).append(name)
    return tuple(tuple(names) for names in together.values() if len(names) > 1 or names[0] in links[names[0]])


def finish_order(links: Mapping[Name, Sequence[Name]]) -> tuple[Name, ...]:
    """The names of *links*, each after those it leads to; the order within a circle is that of a walk in depth."""
    done: dict[Name, None] = {}
    entered: set[Name] = set()
    for start in links:
        ways = [(start, iter(links[start]))] if start not in entered else []
        entered.add(start)
        while ways:
            name, followers = ways[-1]
            follower = next((one for one in followers if one in links and one not in entered), None)
            if follower is None:
                done[name] = None
                ways.pop()
            else:
                entered.add(follower)
                ways.append((follower, iter(links[follower])))
    return tuple(done)


def way_round(start: Name, links: Mapping[Name, Sequence[Name]], group: Sequence[Name]) -> tuple[Name, ...]:
    """The shortest way along *links* from *start* back to it, through names of its *group* only."""
    inside, came_from, queue = set(group), dict[Name, Name](), [start]
    for name in queue:
        for follower in links[name]:
            if follower == start:
                return (*_way_to(name, came_from), start)
            if follower in inside and follower not in came_from:
                came_from[follower] = name
                queue.append(follower)
    raise ValueError(f"{start!r} is on no circle")


def ways_round(links: Mapping[Name, Sequence[Name]]) -> Iterator[tuple[Name, tuple[Name, ...]]]:
    """(name, way round) for every name on a circle; of a group of more than MAX_WAYS, for its first name only.

    A way round has as many steps as the group has names, so that telling all of them is no longer linear.
    """
    for group in circles(links):
        for name in group if len(group) <= MAX_WAYS else group[:1]:
            yield name, way_round(name, links, group)


def _reversed(links: Mapping[Name, Sequence[Name]]) -> dict[Name, list[Name]]:
    back: dict[Name, list[Name]] = {name: [] for name in links}
    for name, followers in links.items():
        for follower in followers:
            if follower in back:
                back[follower].append(name)
    return back


def _reached(start: Name, links: Mapping[Name, Sequence[Name]], taken: Mapping[Name, Name]) -> list[Name]:
    """*start* and what it leads to, where nothing has taken it."""
    if start in taken:
        return []
    found = {start: None}
    queue = [start]
    for name in queue:
        for follower in links[name]:
            if follower not in taken and follower not in found:
                found[follower] = None
                queue.append(follower)
    return queue


def _way_to(name: Name, came_from: Mapping[Name, Name]) -> tuple[Name, ...]:
    way = [name]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
