"""Guided forms without a terminal: questions as values, answers, and then data."""
