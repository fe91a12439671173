"""Guided forms in a terminal, in an editor, or from a file; drafts between times."""
