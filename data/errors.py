"""The one error of the data layer: a single sentence a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is wrong where: a file, a column or field of it, the value found, and the command that mends
    it."""

    file: str
    problem: str
    mend: str
    column: str = ""
    value: str = ""
    line: int | None = None

    def sentence(self) -> str:
        place = ", ".join(
            part
            for part in (
                f"column {self.column}" if self.column else "",
                f"line {self.line}" if self.line else "",
                f"value '{_shorten(self.value)}'" if self.value else "",
            )
            if part
        )
        sentence = f"{self.file}: {place + ': ' if place else ''}{self.problem}. To mend it: {self.mend}"
        return " ".join(sentence.split())


def _shorten(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."


class DataError(Exception):
    """Data that may not be shown. `str(error)` is one line: file, column, value, what is wrong, how to mend
    it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence())
        self.fault = fault
