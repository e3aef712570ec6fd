"""The same question has the same answer to the byte, whatever the place, the language, the hash seed and the clock
of the host."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKED = """
import hashlib, sys, time
shift = float(sys.argv[1])
now = time.time
time.time = lambda: now() + shift
from app import server
client = server.test_client()
for address in sys.argv[2:]:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    print(address, hashlib.sha256(answer.data).hexdigest())
"""
ADDRESSES = (
    "/economy",
    "/compare?lang=it&region=DE21",
    "/clusters?theme=dark",
    "/data/compare.scorecard.csv",
    "/data/economy.table1.xlsx?lang=it",
    "/data/compare.ranking.table",
    "/present/milan/3",
    "/accessibility",
    "/about",
)
HOSTS = (
    {"TZ": "UTC", "LANG": "C", "PYTHONHASHSEED": "0", "shift": "0"},
    {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4242",
        "shift": "90000000",
    },
    {"TZ": "America/St_Johns", "LANG": "it_IT.UTF-8", "PYTHONHASHSEED": "7", "shift": "-40000"},
)


def answers(host: dict[str, str]) -> str:
    """What a process of its own answers under such a host."""
    told = {name: value for name, value in host.items() if name != "shift"}
    command = [sys.executable, "-c", ASKED, host["shift"], *ADDRESSES]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **told}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_every_host_gives_the_same_bytes() -> None:
    first, *others = map(answers, HOSTS)
    assert first.count("\n") == len(ADDRESSES)
    assert all(code == first for code in others)
