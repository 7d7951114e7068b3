"""What a part of a Word document points at: links outside, and parts that the body brings."""

from typing import Any

from attrs import define, field

from styrmodell.report.engines import docx_engine
from styrmodell.report.word.markup import R


@define(kw_only=True, eq=False)
class Relations:
    """The relations of one part, in constant time each.

    python-docx looks through all of them for every new one, which takes a table of small charts time that grows with
    the square of their number.
    """

    part: Any
    _links: dict[str, str] = field(factory=dict)
    _count: int = 0

    def link(self, address: str) -> str:
        """The id of the relation to *address*, an address outside."""
        if address not in self._links:
            self._links[address] = self._add("hyperlink", address, is_external=True)
        return self._links[address]

    def point_at(self, part: Any, kind: str) -> str:
        """The id of a new relation to *part*; *kind* is the last word of its type ("chart")."""
        return self._add(kind, part, is_external=False)

    def _add(self, kind: str, target: Any, *, is_external: bool) -> str:
        self._count = max(self._count, len(self.part.rels)) + 1
        while (name := f"rId{self._count}") in self.part.rels:
            self._count += 1
        self.part.rels.add_relationship(f"{R}/{kind}", target, name, is_external)
        return name


@define(kw_only=True, eq=False)
class NewParts:
    """Makes parts under names that are free in *package*."""

    package: Any
    _taken: set[str] | None = None
    _counts: dict[str, int] = field(factory=dict)

    def make(self, pattern: str, content_type: str, content: bytes) -> Any:
        """A part with *content*.

        Args:
            pattern: Its name, with the place of a number: "/word/charts/chart{}.xml".
        """
        opc = docx_engine().opc
        return opc.part.Part(opc.packuri.PackURI(self._free(pattern)), content_type, content, self.package)

    def _free(self, pattern: str) -> str:
        if self._taken is None:
            self._taken = {str(part.partname) for part in self.package.iter_parts()}
        number = self._counts.get(pattern, 0) + 1
        while pattern.format(number) in self._taken:
            number += 1
        self._counts[pattern] = number
        self._taken.add(pattern.format(number))
        return pattern.format(number)


def part_of(document: Any, kind: str) -> Any:
    """The part that *document*'s main part has a relation of *kind* to ("footnotes"); None when there is none."""
    relations = document.part.rels.values()
    return next((one.target_part for one in relations if one.reltype == f"{R}/{kind}" and not one.is_external), None)
