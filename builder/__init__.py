"""Everything between the data files and MkDocs.

One direction of imports: problems, dates <- records <- citations <- expand <- pages <- site; publish stands alone.
Only hooks.py, one level up, knows MkDocs' events.
"""
