"""A chart result as HTML, CSV, XLSX and text."""
