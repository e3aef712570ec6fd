"""Masthead, selection bar, parts, cards, controls and the pages beside the views."""
