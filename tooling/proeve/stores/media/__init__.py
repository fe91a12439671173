"""What the bytes of evidence are, and pictures without the place they were taken."""
