"""Words, numbers, dates, plurals and articles in every language."""
