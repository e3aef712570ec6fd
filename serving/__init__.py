"""How bytes leave the host: the document, static files, headers. Knows no chart and no data."""
