"""Runs the parts of the benchmark that are asked for, in order, and prints their tables as text."""

import os
import platform
import sys

import counted
import curves
import judge
import load
import pressure
import start

PARTS = {"start": start, "load": load, "curves": curves, "counted": counted, "pressure": pressure, "judge": judge}


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    return f"{os.cpu_count()} x {model}, {platform.system()} {platform.release()}"


def main(folder, *names):
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.exit(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    print(machine())
    for name, part in PARTS.items():
        if not names or name in names:
            print(f"\n== {name}", flush=True)
            part.measure(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
