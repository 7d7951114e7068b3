"""Ids of a page: each once, whatever its blocks are called."""

from attrs import define, field

from styrmodell.model.ids import slug

_LONGEST = 60


@define(kw_only=True, eq=False)
class Names:
    """The ids of a page, in the order they are given."""

    _taken: set[str] = field(factory=set)

    def take(self, wanted: str) -> str:
        """*wanted*, or nothing where it already stands: a figure printed twice is led to where it stood first."""
        if wanted in self._taken:
            return ""
        self._taken.add(wanted)
        return wanted

    def make(self, stem: str, text: str) -> str:
        """An id of its own, from *stem* and *text*: "avsnitt-ekonomi", the next of that name "avsnitt-ekonomi-2"."""
        name = f"{stem}-{slug(text)[:_LONGEST].strip('.-')}".strip("-")
        number, found = 1, name
        while not self.take(found):
            number += 1
            found = f"{name}-{number}"
        return found
