"""Where the bytes of evidence live, and what they are before they go there."""
