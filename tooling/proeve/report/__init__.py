"""Verdicts as text for people and machines; nothing is judged here."""
