"""The committee's evening: what was decided, who signed it, and how it lands."""
