"""Proeve: practical exams as a Git repository that proves itself."""

__version__ = "0.1.0"
