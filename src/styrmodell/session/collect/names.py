"""How a row or a column of a form is known again, wherever it now stands."""

from collections.abc import Sequence

from attrs import frozen


@frozen(kw_only=True)
class Name:
    """The group and text of a row or a column, and which of how many of that name it is, counted from 1."""

    group: str
    text: str
    number: int
    count: int

    @property
    def shown(self) -> str:
        """Both in words."""
        return f"{self.group} {self.text}".strip()


def name_of(texts: Sequence[str]) -> Name:
    """The Name that four cells tell; raises ValueError where they do not."""
    group, text, number, count = texts
    name = Name(group=group, text=text, number=int(number), count=int(count))
    if name.number < 1:
        raise ValueError(number)
    return name
