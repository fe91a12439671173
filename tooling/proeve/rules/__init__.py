"""Meaning: pure rules over documents, exams and transitions, one room each."""
