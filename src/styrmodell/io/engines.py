"""The one lazy door for the heavy third-party packages of this floor.

`styrmodell --help` must not pay for a YAML parser, so each package is imported when it is first asked for.
"""

from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class YamlEngine:
    """What the composer needs of PyYAML.

    Attributes:
        parser: Makes a parser of events from text; libyaml's where it is installed.
        events: The module with the event classes.
        error: Root of what the parser raises.
    """

    parser: Callable[[str], Any]
    events: ModuleType
    error: type[Exception]


@cache
def yaml_engine() -> YamlEngine:
    """PyYAML: libyaml's events when it was built with it, the pure parser's otherwise."""
    import yaml  # CSafeLoader is libyaml's parser with parts on top that are not used here

    parser = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return YamlEngine(parser=parser, events=yaml.events, error=yaml.YAMLError)


@cache
def cattrs_engine() -> ModuleType:
    """cattrs with the parts that the converter uses."""
    import cattrs.cols
    import cattrs.gen

    return cattrs


@cache
def orjson_engine() -> ModuleType:
    """orjson, which reads JSON several times faster than the standard library."""
    import orjson

    return orjson


@cache
def calamine_engine() -> ModuleType:
    """python-calamine, which reads workbooks."""
    import python_calamine

    return python_calamine
