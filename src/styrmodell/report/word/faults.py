"""What a broken Word file makes its reader raise: the package says nothing of it in types of its own."""

import zlib
from zipfile import BadZipFile

# zipfile raises NotImplementedError for a way of packing it does not know and RuntimeError for a locked package;
# python-docx asks a part that is not there for an attribute; lxml's faults are SyntaxError.
READ_FAULTS = (
    AttributeError,
    BadZipFile,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
