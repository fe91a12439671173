"""Git to facts, and the writing of Git objects; nothing here judges.

The only user of pygit2, GitPython and subprocess. A repository that is read is never
believed: no configuration, hook, replacement or cache of its own is consulted, and each
object is hashed again.
"""
