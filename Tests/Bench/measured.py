"""What the benchmarks share: how a process is accounted, and what figures are made of samples."""
import math
import os
import subprocess
import sys
import time


def run_measured(command, environment):
    """Wall seconds, CPU seconds and peak memory in MB of one process, as the system accounts them."""
    started = time.monotonic()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, peak


def percentile(samples, share):
    """The smallest sample that so large a share does not exceed; None of none."""
    ordered = sorted(samples)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1] if ordered else None


def peak_memory(process):
    """VmHWM of a running process in MB; None where there is no /proc."""
    fields = proc_fields(f"/proc/{process}/status")
    return int(fields["VmHWM"].split()[0]) / 1024 if "VmHWM" in fields else None


def wake_ups(process):
    """How often any thread of a process has left the processor; None where there is no /proc."""
    try:
        threads = os.listdir(f"/proc/{process}/task")
    except OSError:
        return None
    every = [proc_fields(f"/proc/{process}/task/{thread}/status") for thread in threads]
    return sum(int(value) for fields in every for name, value in fields.items() if name.endswith("ctxt_switches"))


def proc_fields(path):
    try:
        with open(path) as file:
            return dict(line.rstrip("\n").split(":", 1) for line in file)
    except OSError:
        return {}
