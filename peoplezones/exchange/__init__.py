"""Records in and out of files that people keep: CSV and Excel, for any kind, with no code per kind.

`import_file` makes each row a request of its own, `export_file` writes records so that they can be read in again, and
`read_rows` reads any table that has headings.
"""

from .errors import FileUnusable, HeadingsWrong, ImportStopped, NotWritten, TableUnreadable
from .exporting import export_file
from .importing import import_file
from .report import Answered, Report, Trouble
from .table import Row, read_rows

__all__ = [
    "Answered",
    "FileUnusable",
    "HeadingsWrong",
    "ImportStopped",
    "NotWritten",
    "Report",
    "Row",
    "TableUnreadable",
    "Trouble",
    "export_file",
    "import_file",
    "read_rows",
]
