"""What the documents of one exam must mean together, with or without a history."""
