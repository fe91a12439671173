"""Every derivation that is kept between two builds.

One that is added here is worked out while the page of its exam is made, so that a cold
build reads each exam once.
"""

from proeve.site.day import LATELY, LISTED
from proeve.site.derivation import LINES, Derivation
from proeve.site.rows import ROWS
from proeve.site.taken import TAKEN

DERIVATIONS: tuple[Derivation[object], ...] = (
    ROWS,
    LINES,
    TAKEN,
    LISTED,
    LATELY,
)
"""In the order in which their values are kept."""
