"""Frozen values: what the other parts say to each other."""
