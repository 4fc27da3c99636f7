"""Writing a record by answering questions: `make new KIND=event`."""
