"""How much of somebody else's file is read, in what time and with what memory."""

from __future__ import annotations

FILE = 50_000_000
"""Bytes of a file."""
UNPACKED = 200_000_000
"""Bytes of all that an archive unpacks to."""
MEMBERS = 5_000
"""Files in an archive, rows of a table, entries of a feed."""
NESTED = 2
"""Archives and mails inside each other."""
PAGES = 1_000
"""Pages of a document."""
TEXT = 2_000_000
"""Letters of an article."""
SECONDS = 60
"""Wall clock for one file; five times as much for an archive."""
MEMORY = 3_000_000_000
"""Bytes of address space of the process that reads foreign formats."""
