"""Spreadsheets as files: from bytes to headings and rows of plain text. They know no client."""
