"""Verdicts -> pages: an engine-neutral core and a thin plug-in for MkDocs.

Nothing here judges. Whatever comes out of an exam is escaped by the templates.
"""
