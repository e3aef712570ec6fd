"""The fact sheet of a region: two A4 pages of chosen blocks, as a page that prints and as slides."""
