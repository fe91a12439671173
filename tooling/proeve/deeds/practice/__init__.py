"""The practice school: invented exams at every step, signed by invented people.

It proves nothing. Its keys lie beside it, and a live registry refuses them.
"""
