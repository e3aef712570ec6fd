"""How fast it is, shown against a plain Dash page that draws the same charts. Run by `make bench`, never by
the tests."""
