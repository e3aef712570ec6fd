"""The form of a region pack: which tables there are, with which columns. The packs themselves are the folders beside
this file; `python -m data.packs` makes and checks one."""
