"""What is fuzzed: a reader, how its inputs are made from a number, and what it says about them."""

import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import frozen
from tests.fuzz import seeds
from tests.fuzz.mutate import spoiled
from tests.io.workbooks import zipped

from styrmodell.errors import TextError
from styrmodell.finding import Findings
from styrmodell.io.converter import Converters, make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.ledger.file import LedgerInput
from styrmodell.io.ledger.format import LedgerFormat
from styrmodell.io.ledger.read import read_ledger
from styrmodell.io.ledger.read_code_plan import code_plan_from_csv
from styrmodell.io.load_folder import FolderContent, read_folder
from styrmodell.io.load_tables import TableLoader
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.csv_grid import csv_grid
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.read_csv import csv_observations, is_flat
from styrmodell.io.tables.read_observations import read_yaml_rows
from styrmodell.io.workbook.read import read_workbook
from styrmodell.io.workspace_file import WorkspaceFile, workspace_from
from styrmodell.model.baseline import Baseline
from styrmodell.model.code_set import CodeSet
from styrmodell.model.expression_text import expression_text, parse_expression
from styrmodell.model.frequency import Reporting
from styrmodell.model.number_text import Notation, read_number
from styrmodell.model.period_text import read_period
from styrmodell.model.target import Target
from styrmodell.plugins.registry import make_registry
from styrmodell.session.load import load

_LEDGER = SourceFormat(sign="ledger")


@frozen(kw_only=True)
class Target:
    """One reader.

    Attributes:
        make: A number → the input.
        read: An input → the findings; a text that is refused is one finding of its own, told by None.
    """

    make: Callable[[int], bytes]
    read: Callable[[bytes], Findings | None]
