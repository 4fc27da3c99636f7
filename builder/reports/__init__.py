"""What an editor asks for: what has aged, and the reference of what may be written."""
