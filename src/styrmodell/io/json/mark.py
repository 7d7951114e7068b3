"""The mark at the top of a saved plan, which tells it from JSON that people and other systems write."""

from collections.abc import Mapping
from types import MappingProxyType

FORMAT = 1
VALUES = "model"
# "values": "model" says that figures are in the model's own units: kr with income +, rates as shares of one, and
# plain notation. Without it they are what CSV files hold: the file's notation and scale, and per cent.
MARK: Mapping[str, object] = MappingProxyType({"format": FORMAT, "values": VALUES})
