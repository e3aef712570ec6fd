"""Lines of a csv or tsv as cells, with the number that an editor shows."""

import csv
import io
import re

SEPARATORS = ("\t", ";", ",")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


class UnclosedQuote(ValueError):
    """A quotation mark that is opened on a line and never closed."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} has a quotation mark that is never closed")
        self.line = line


def numbered_lines(text: str, separator: str, skipped: int = 0) -> list[tuple[int, list[str]]]:
    """The lines that are not blank, with their numbers; `skipped` lines stood before the text. Raises UnclosedQuote."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, list[str]]] = []
    while True:
        number = reader.line_num + skipped + 1
        try:
            cells = next(reader)
        except StopIteration:
            return lines
        except csv.Error:
            raise UnclosedQuote(number) from None
        if any(cell.strip() for cell in cells):
            lines.append((number, cells))
