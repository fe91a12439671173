"""What a reader sees, in Dutch and in English: typed tables of labels and sentences."""
