"""Gather the facts: from a repository or working tree to values that can be judged."""
