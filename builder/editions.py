"""The whole site in other forms, by the setting in mkdocs.yml's `extra` that has the footer offer each."""

FILES = {"handbook": "called-to-account.pdf", "offline": "called-to-account.zip"}
