"""Workbooks: the bytes of an Excel file become grids of cells, safely and with nothing lost."""
