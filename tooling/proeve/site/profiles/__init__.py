"""What each audience may see: one filter, applied before any page is made.

`filtering.shown_to` takes the verdict and gives what one build may know. Templates and
views get nothing else, so what they forget cannot leak.
"""
