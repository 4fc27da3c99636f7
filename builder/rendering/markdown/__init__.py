"""Python-Markdown extensions: citations as notes, terms explained, tables that scroll, folds, what search leaves out."""
