"""`python -m serving.collect`: gather what is not gathered yet, and say what was made."""

import sys

from serving.collect import collect

if __name__ == "__main__":
    collect(say=lambda sentence: print(f"  {sentence}", file=sys.stderr))
