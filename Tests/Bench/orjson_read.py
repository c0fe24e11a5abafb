#!/usr/bin/env python3
"""Times orjson.loads of every line of every .jsonl file below DIR, reading included: Colophon's yardstick.

    orjson_read.py DIR      prints {"files", "lines", "bytes", "bad_lines", "seconds", "mb_per_s", "peak_rss_mb"}
"""
import json
import resource
import sys
import time
from pathlib import Path

try:
    import orjson
except ImportError:
    sys.exit("orjson is missing: install it with `python3 -m pip install orjson`.")

if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
    sys.exit("usage: orjson_read.py DIR")
paths = sorted(Path(sys.argv[1]).rglob("*.jsonl"))
size = lines = bad = 0
start = time.perf_counter()
for path in paths:
    with open(path, "rb") as file:
        for line in file:
            size += len(line)
            lines += 1
            try:
                orjson.loads(line)
            except orjson.JSONDecodeError:
                bad += 1
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes on Linux, bytes on macOS
print(json.dumps({
    "orjson": orjson.__version__, "files": len(paths), "lines": lines, "bytes": size, "bad_lines": bad,
    "seconds": round(seconds, 3), "mb_per_s": round(size / 1e6 / max(seconds, 1e-9), 1),
    "peak_rss_mb": round(peak / (1e6 if sys.platform == "darwin" else 1e3), 1)}))
