"""How bytes leave the host: the document, static files, headers."""
