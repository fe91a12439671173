"""Bytes to documents or findings; the only user of yaml and jsonschema."""
