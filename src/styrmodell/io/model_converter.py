"""The converter of saved plans: the model's own figures and texts, read exactly as they stand."""

from functools import cached_property
from typing import Any

from styrmodell.io.converter import Converter
from styrmodell.io.engines import cattrs_engine
from styrmodell.io.json.texts import exact_text
from styrmodell.io.sources import SourceFormat
from styrmodell.io.values import shape
from styrmodell.model.money import PlannedAmount
from styrmodell.model.number_text import Notation


class ModelConverter(Converter):
    """Reads what plain_tree writes: texts keep their spaces, and an amount has no precision but its own."""

    def __init__(self) -> None:
        super().__init__(SourceFormat(notation=Notation.PLAIN))

    @cached_property
    def fast(self) -> Any:
        """The cattrs converter that stops at the first fault."""
        return _exact(super().fast)

    @cached_property
    def detailed(self) -> Any:
        """The one that finds them all."""
        return _exact(super().detailed)


def _exact(converter: Any) -> Any:
    converter.register_structure_hook(str, lambda value, _: exact_text(value))
    build = cattrs_engine().gen.make_dict_structure_fn(PlannedAmount, converter)

    def amount(value: Any, wanted: Any) -> Any:
        if type(value) is not dict:
            raise shape(value, "nycklar med värden", "keys with values")
        return build({key: item for key, item in value.items() if item is not None}, wanted)

    converter.register_structure_hook(PlannedAmount, amount)
    return converter
