"""The log as an event log, for process mining: OCEL 2.0, or a table with one row for each event.

Personal values are nowhere in it, nor are the commitments to them.
"""

from .flat import HEADINGS, csv_rows, excel_rows
from .ocel import ocel_lines

__all__ = ["HEADINGS", "csv_rows", "excel_rows", "ocel_lines"]
