"""Stories, decks, presenter and hand-outs."""
