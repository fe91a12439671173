"""The directory file: who a pseudonym is. Names stand here alone, outside Git.

Values, and how they are written: as a table for a spreadsheet, or as the JSON that is
encrypted. Opening and keeping the file is in `deeds.keeping_names`.
"""
