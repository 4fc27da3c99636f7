"""Everything between the data files and MkDocs, in rooms: ARCHITECTURE.md says what comes in and goes out of each.

Only hooks.py, one level up, knows MkDocs' events.
"""
