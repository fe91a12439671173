"""The process rules: who does what in which step, as typed tables without logic."""
