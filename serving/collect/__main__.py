"""`python -m serving.collect`: gather what is not gathered yet, and say what it came to."""

import sys
import time

from serving.collect import collect


def line(sentence: str, state: str = "...") -> None:
    """One line as deploy/step.sh writes them."""
    print(f"  {state:<7} {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    begun = time.monotonic()
    collect(say=line)
    spent = time.monotonic() - begun
    if spent > 2:
        line(f"Collecting what a browser loads ({spent:.0f} s)", "ok")
