"""The pages beside the views: home, indicators, glossary, search results. Each is whole without scripts."""
