"""The writing side: each deed makes a change, has it judged, and then writes it."""
