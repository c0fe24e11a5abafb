#!/usr/bin/env python3
"""Packs a folder as FOLDER.tar.gz with FOLDER.tar.gz.sha256 beside it: the same files make the same bytes.

    dist.py FOLDER      prints the path of the tarball
"""
import gzip
import hashlib
import os
import subprocess
import sys
import tarfile
from pathlib import Path


def time_of_source():
    """SOURCE_DATE_EPOCH, else when the last commit was made, else none."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    log = subprocess.run(["git", "log", "-1", "--format=%ct"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return int(log.stdout or 0) if log.returncode == 0 else 0


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: dist.py FOLDER")
    folder = Path(sys.argv[1])
    archive = folder.with_name(folder.name + ".tar.gz")
    time = time_of_source()

    def plain(member):
        member.mtime, member.uid, member.gid, member.uname, member.gname = time, 0, 0, "", ""
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    # gzip would note its file's name and the hour.
    with open(archive, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, str(path.relative_to(folder.parent)), recursive=False, filter=plain)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(archive.name + ".sha256").write_text("%s  %s\n" % (digest, archive.name))
    print(archive)


if __name__ == "__main__":
    main()
