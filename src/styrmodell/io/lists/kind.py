"""What a kind of list is: the class of its rows, the names of its sheets, and the headings people write."""

from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from styrmodell.io.lists.key import heading_key

Headings = tuple[tuple[str, tuple[str, ...]], ...]


def split_words(text: str) -> tuple[str, ...]:
    """The words of "Benämning; Projektnamn; Namn"."""
    return tuple(word.strip() for word in text.split(";") if word.strip())


def _headings(pairs: tuple[tuple[str, str], ...]) -> Headings:
    return tuple((path, split_words(words)) for path, words in pairs)


@frozen(kw_only=True)
class ListKind:
    """A kind of list.

    Attributes:
        key: Its key in a plan ("risks").
        cls: The class of its objects.
        sheets: Names of sheets that mean it, Swedish and English.
        headings: (path, headings) pairs. A path is the key of a field as YAML has it, with dots below it
            ("before.likelihood"); its own text is a heading, too. A heading of a group is "Handlingsplan | Status".
        required: Paths without which no row can be read.
        prefix: What ids begin with that are made from a number or a name.
        names: Paths of what a made id is made of when there is no number ("body date paragraph"): the first whose
            last path is filled in; empty where ids must be written.
        marks: Groups whose columns are crossed to tell an impact, and headings that are such without a group.
        ratings: The same for columns with a word of a scale.
        otherwise: (path, other path) pairs: what cannot be read as the first is kept as the second.
        also: Class of another object that each row gives ("projects" beside "it_projects").
        items: Key of the list that the rows are items of, where one object takes several rows.
        more: Key of the list that a row without a name adds an item to, in the object above ("control_points").
    """

    key: str
    cls: type[Any]
    sheets: tuple[str, ...] = field(converter=split_words)
    headings: Headings = field(converter=_headings)
    required: tuple[str, ...] = ("name",)
    prefix: str = ""
    names: tuple[str, ...] = ("name",)
    marks: tuple[str, ...] = field(default="", converter=split_words)
    mark_groups: tuple[str, ...] = field(default="", converter=split_words)
    ratings: tuple[str, ...] = field(default="", converter=split_words)
    rating_groups: tuple[str, ...] = field(default="", converter=split_words)
    otherwise: tuple[tuple[str, str], ...] = ()
    also: type[Any] | None = None
    items: str = ""
    more: str = ""
    lookup: MappingProxyType[str, str] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        found: dict[str, str] = {}
        # What people write goes before the fields' own names: "Id" among a dimension's members is the member's.
        own = tuple((path, (path, f"{path}_id", path.rpartition(".")[2])) for path, _ in self.headings)
        for path, words in (*self.headings, *own):
            for word in words:
                found.setdefault(heading_key(word), path)
        object.__setattr__(self, "lookup", MappingProxyType(found))

    def makes_ids(self) -> bool:
        """Whether an object without an id gets one."""
        return bool(self.names)

    def shown(self) -> tuple[str, ...]:
        """One heading for each field, as findings show them."""
        return tuple(words[0] if words else path for path, words in self.headings)
