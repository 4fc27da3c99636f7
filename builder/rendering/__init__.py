"""From records and pages to Markdown, and from Markdown to HTML: templates, page functions, extensions, drawings."""
