"""The dashboard with hostile words in its data, for one walk: served on the port given."""

import sys

import data

TRY = '<img src=x onerror="window.hostile=1"><script>window.hostile=1</script><a href="javascript:window.hostile=1">x</a>'
loaded = data.load()


def hostile_data() -> data.Data:
    """The data with a try in every name, title, unit and sentence that a page shows."""
    for language in ("en", "it"):
        loaded.regions[f"name_{language}"] = loaded.regions[f"name_{language}"] + TRY
        for pack in loaded.packs.values():
            for table in pack.tables.values():
                for column in table.columns:
                    if str(column).endswith(f"_{language}") and table[column].dtype.kind in "OU":
                        table[column] = table[column].astype(str) + TRY
        for indicator in loaded.indicators.values():
            for words in (indicator.title, indicator.short, indicator.unit, indicator.source.title):
                object.__setattr__(words, language, words[language] + TRY)
    return loaded


data.load = lambda *_: hostile_data()

if __name__ == "__main__":
    from components.talks import stories

    stories.check = lambda data: None  # noqa: ARG005 - the talks quote words that are no longer so
    from app import server

    server.run("127.0.0.1", int(sys.argv[1]), threaded=True)
