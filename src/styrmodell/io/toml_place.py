"""Where a key stands in a TOML file: tomllib keeps no lines, and a finding must name one."""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from attrs import frozen

_HEADER = re.compile(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?\Z")
_KEY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[\w-]+)\s*[=.]")


@frozen(kw_only=True)
class TomlPlaces:
    """Lines of tables and keys, by "table.key"; [[sources]] are sources[0], sources[1] …"""

    lines: Mapping[str, int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Note the lines of *text*, which tomllib has accepted."""
        lines: dict[str, int] = {}
        table, counts = "", Counter[str]()
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.match(line):
                table = _plain(header[1])
                if line.lstrip().startswith("[["):
                    counts[table] += 1
                    table = f"{table}[{counts[table] - 1}]"
                lines.setdefault(table, number)
            elif key := _KEY.match(line):
                lines.setdefault(_joined(table, _plain(key[1])), number)
        return cls(lines=MappingProxyType(lines))

    def of_key(self, table: str, key: str) -> str:
        """The place of *key* in *table*: "rad 5 workspace.as_of", or the table's where the key is not there."""
        path = _joined(table, key)
        line = self.lines.get(path) or self.lines.get(table)
        return f"rad {line} {path}" if line else path


def _joined(table: str, key: str) -> str:
    return ".".join(part for part in (table, key) if part)


def _plain(name: str) -> str:
    return name.strip().replace('"', "").replace("'", "")
