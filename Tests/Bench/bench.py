#!/usr/bin/env python3
"""Times an ingest beside orjson reading the same files in the same run; prints a table with the budgets.

    bench.py PROGRAM [--sizes 10,100,1000] [--from FOLDER]

FOLDER holds transcripts to copy with changed ids; without it histories of the measured shape are made up. A size is in MB.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measured import run_measured

HERE = Path(__file__).parent
BUDGET_SHARE = 1 / 3   # of the speed at which orjson parses the same files


def orjson(folder):
    done = subprocess.run([sys.executable, HERE / "orjson_read.py", folder], capture_output=True, text=True)
    return json.loads(done.stdout)["mb_per_s"] if done.returncode == 0 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--from", dest="origin")
    options = parser.parse_args()
    print(f"{'history':>9}  {'ingest':>10}  {'cpu':>7}  {'orjson':>10}  {'share':>6}  {'budget':>6}  {'peak':>8}  {'store':>9}  again")
    for megabytes in (int(size) for size in options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            histories = Path(folder, "histories")
            made = [sys.executable, HERE / "make_histories.py", "--bytes", str(megabytes * 1_000_000), "--out", histories,
                    "--seed", "7"]
            subprocess.run(made + (["--from", options.origin] if options.origin else []), check=True,
                           stdout=subprocess.DEVNULL)
            size = sum(file.stat().st_size for file in histories.rglob("*.jsonl")) / 1e6
            store = Path(folder, "store.sqlite")
            environment = {**os.environ, "HOME": folder}
            command = [str(Path(options.program).resolve()), "ingest", "--store", store, histories]
            parsed = [orjson(histories)]
            wall, cpu, peak = run_measured(command, environment)
            parsed.append(orjson(histories))
            again, _, _ = run_measured(command, environment)
            known = [speed for speed in parsed if speed]
            beside = sum(known) / len(known) if known else None
            speed = size / wall
            print(f"{size:6.0f} MB  {speed:5.0f} MB/s  {cpu:5.1f} s  "
                  + (f"{beside:5.0f} MB/s  {speed / beside:6.2f}" if beside else f"{'not here':>10}  {'':>6}")
                  + f"  {BUDGET_SHARE:6.2f}  {peak:5.0f} MB  {store.stat().st_size / 1e6:6.0f} MB  {again * 1000:.0f} ms",
                  flush=True)
            shutil.rmtree(histories)


if __name__ == "__main__":
    main()
