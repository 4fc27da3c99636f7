"""Everything between the data files and MkDocs.

One direction of imports: problems, dates, citations <- validation <- models <- records <- drawings, exports <- expand, pages <- site;
glossary and publish stand alone. Only hooks.py, one level up, knows MkDocs' events.
"""
