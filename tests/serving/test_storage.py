"""A folder of the talks that cannot be used costs the talks their second screen, and nothing else."""

import errno
import os
import threading
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from serving import health, room, talks

PAGES = (
    "/economy",
    "/present",
    "/present/milan/1",
    "/present/milan/notes",
    "/talk",
    "/room-check",
    "/room-check/phone",
)
KEY = "k" * 30
MOVE = {"slide": 2, "query": "", "stamp": 1, "key": KEY}


def somebody_elses(place: Path) -> Path:
    """A folder that belongs to another user."""
    if os.getuid() != 0:
        return Path("/")
    os.chown(place, 12_345, 12_345)
    return place


def unusable_runtime(kind: str, place: Path) -> Path:
    """A RUNTIME that is of no use, in one of the ways that occur."""
    if kind == "owner":
        return somebody_elses(place)
    if kind == "file":
        (place / "file").write_text("")
        return place / "file"
    if kind == "below a file":
        (place / "file").write_text("")
        return place / "file" / "folder"
    if kind == "lock":
        (place / ".lock").mkdir()
        return place
    return Path("/proc/regioscope")


KINDS = ("owner", "file", "below a file", "lock", "unwritable")


@pytest.mark.parametrize("kind", KINDS)
def test_pages_answer_and_moves_are_refused_with_words(
    client: FlaskClient, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME", str(unusable_runtime(kind, tmp_path)))
    assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)
    for answer in (
        client.post("/talks", json={"key": KEY, "story": "milan"}),
        client.put(f"/talks/{talks.number(KEY)}", json=MOVE),
        client.get("/room-check/phones"),
    ):
        assert answer.status_code == 503
        assert "not stored" in (answer.json or {})["error"]
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ready.text.startswith("RUNTIME: talks are not stored")
    assert client.get("/healthz").status_code == 200


def test_a_full_disk_is_507(client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNTIME", str(tmp_path))
    (tmp_path / f"{talks.number(KEY)}.part").symlink_to("/dev/full")
    answer = client.post("/talks", json={"key": KEY, "story": "milan"})
    assert answer.status_code == 507
    assert talks.StorageFault(OSError(errno.EDQUOT, "x")).status == 507
    (tmp_path / ".probe").symlink_to("/dev/full")
    assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "null",
        '{"slide": "x"}',
        '{"key": 1}',
        "\0",
        '{"slide":1,"query":"","stamp":1,"story":"a"}',
        "\ud800",
    ],
)
def test_a_damaged_file_is_a_talk_that_begins_again(
    client: FlaskClient, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME", str(tmp_path))
    talk = talks.number(KEY)
    raw = content.encode("utf-8", "surrogatepass")
    (tmp_path / f"{talk}.json").write_bytes(raw)
    (tmp_path / "phones").write_bytes(raw)
    assert client.get(f"/talks/{talk}").status_code == 404
    assert client.put(f"/talks/{talk}", json=MOVE).status_code == 404
    assert client.get("/room-check/phones").json == {"seen": 0}
    assert client.post("/talks", json={"key": KEY, "story": "milan"}).status_code == 200
    assert client.put(f"/talks/{talk}", json=MOVE).status_code == 200


def test_no_address_of_a_phone_is_written_down(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME", str(tmp_path))
    for address in ("203.0.113.7", "203.0.113.8", "203.0.113.7"):
        client.get(
            "/room-check/phone",
            headers={"X-Forwarded-For": address},
            environ_base={"REMOTE_ADDR": "198.51.100.9"},
        )
    assert client.get("/room-check/phones").json == {"seen": 2}
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"203.0.113" not in written
    assert b"198.51.100" not in written
    assert room.SECRET.hex().encode() not in written


def test_one_worker_at_a_time_is_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNTIME", str(tmp_path))
    entered = threading.Event()

    def enter() -> None:
        with talks.folder_lock():
            entered.set()

    with talks.folder_lock():
        other = threading.Thread(target=enter)
        other.start()
        assert not entered.wait(0.3)
    assert entered.wait(10)
    other.join()


def test_a_view_that_fails_at_the_start_is_said(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("RUNTIME", str(tmp_path))
    server = client.application
    assert health.warm_up(server) == []
    assert client.get("/readyz").status_code == 200
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(server.view_functions, "/<path:path>", lambda **_: 1 / 0)
        server.extensions["page_cache"].clear()
        health.warm_up(server)
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert "/economy could not be drawn" in ready.text
    assert any("/compare could not be drawn" in item for item in caplog.messages)
    assert health.warm_up(server) == []
    assert client.get("/readyz").text == "ok\n"
