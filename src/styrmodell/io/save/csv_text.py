"""Rows of text → the bytes of a CSV file that Excel opens with å, ä and ö."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from styrmodell.io.save.plain_tree import decimal_text

_MARK = "\ufeff"


def csv_bytes(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, semicolons and CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return (_MARK + text.getvalue()).encode("utf-8")


def swedish_number(value: Decimal) -> str:
    """Every digit, with a decimal comma; no spaces, and the minus that Excel knows."""
    return decimal_text(value).replace(".", ",")
