"""What follows from a verdict and a moment: tasks, clocks, agendas; pure values.

The command line, the deeds and the site show these same values, each in its own way.
"""
