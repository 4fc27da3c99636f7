"""What people write: text and YAML read with lines, dates, citations, vocabulary, records and pages."""
