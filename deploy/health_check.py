"""Exit 0 if the dashboard on this machine is ready, else 1: the container's health check. Knows one
address."""

import os
import sys
from urllib.request import urlopen

try:
    urlopen(f"http://127.0.0.1:{os.environ.get('PORT', '8050')}/readyz", timeout=2).close()
except OSError as error:
    sys.exit(f"not ready: {error}")
