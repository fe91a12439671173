"""The terms that the law gives, which no school can make longer.

Source: WEB 7.4.5a(4) and 7.5.2; DOMAIN 2.9 and 2.10.
"""

from datetime import timedelta

LODGE = timedelta(weeks=2)
"""From the notice of a result, how long a student can lodge an appeal."""
DECIDE = timedelta(weeks=4)
"""From the end of that term, how long the board has to decide."""
LONGER = timedelta(weeks=2)
"""By how much the board may put its decision off, once."""
MEASURE = "P1Y"
"""How long a measure after an irregularity may last at most."""
