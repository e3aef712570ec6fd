"""What the reader is looking at, and how a URL writes it down."""
