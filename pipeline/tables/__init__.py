"""Results -> tables: one figure of the plan as HTML, or for the terminal."""

from pipeline.tables.html import html_table
from pipeline.tables.terminal import text_table

__all__ = ["html_table", "text_table"]
