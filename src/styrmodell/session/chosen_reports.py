"""Which reports an order means: keys, patterns of keys ("generic.*") and a plugin's whole shelf ("generic")."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from attrs import frozen

from styrmodell.errors import UnknownNameError
from styrmodell.model.ids import close_names
from styrmodell.report.spec import ReportSpec
from styrmodell.session.publish import Publisher

_SIGNS = "*?["


@frozen(kw_only=True)
class Chosen:
    """The reports that an order means.

    Attributes:
        specs: Each once, in the order asked for; those of a pattern in the order in which they are offered.
        empty: Keys of reports that only a pattern means, and that the plan calls for no document of.
    """

    specs: tuple[ReportSpec, ...]
    empty: tuple[str, ...] = ()


def choose_reports(publisher: Publisher, names: Iterable[str]) -> Chosen:
    """The reports of *names*.

    Raises:
        UnknownNameError: A name that is no report's, or a pattern that no report's key is like.
        RenderError: A plugin fails to say what the plan calls for.
    """
    asked = {name: _keys(publisher, name) for name in names}
    found = {key: publisher.spec(key) for keys in asked.values() for key in keys}
    # Whoever names a report wants it even empty, as a form to fill in; a pattern means what there is.
    empty = tuple(key for key, spec in found.items() if key not in asked and not publisher.instances(spec))
    return Chosen(specs=tuple(spec for key, spec in found.items() if key not in empty), empty=empty)


def _keys(publisher: Publisher, name: str) -> tuple[str, ...]:
    known = tuple(publisher.registry.reports)
    if name in known:
        return (name,)
    pattern = name if any(sign in name for sign in _SIGNS) else f"{name}.*"
    found = tuple(key for key in known if fnmatchcase(key, pattern))
    if not found:
        raise UnknownNameError("report", name, close_names(name, known))
    return found
