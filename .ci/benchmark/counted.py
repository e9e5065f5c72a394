"""What a request takes of the engine, counted by callgrind: instructions, and lines of memory that are in no cache of 1 MB.
Neither depends on what else the machine does, so that the curves can be told without its noise."""

import shutil
import subprocess
import tempfile

import curves
from loading import table

TIMES = 2000


def measure(folder):
    missing = [name for name in ("valgrind", "strip") if not shutil.which(name)]
    if missing:
        return print(f"skipped: {' and '.join(missing)} not found")
    with tempfile.TemporaryDirectory() as own:
        # Callgrind gives up on debug information that is newer than it.
        binary = f"{own}/doublet-benchmark"
        subprocess.run(["strip", "--strip-debug", "-o", binary, f"{folder}/doublet-benchmark"], check=True)
        for name, sizes, path, documents, places in curves.CURVES:
            contracts = {size: compiled(folder, own, documents(size)) for size in (sizes[0], sizes[-1])}
            rows = []
            for method in ("GET", "PUT"):
                first = None
                for size, files in contracts.items():
                    instructions, lines = counted(binary, method, path, places(size), files)
                    first = first or instructions
                    rows.append([f"{method}, {size:,} {name}", f"{instructions:,.0f}", f"{instructions / first:.2f}", f"{lines:.0f}"])
            table([name, "instructions", "x first", "lines"], rows)


def compiled(folder, own, documents):
    """The file of the compiled documents, as an argument; none for the bundled ones."""
    if not documents:
        return []
    file = tempfile.mkstemp(dir=own)[1]
    subprocess.run([f"{folder}/doublet", "compile", *documents, "--output", file], stdout=subprocess.DEVNULL, check=True)
    return [file]


def counted(binary, method, path, places, contracts):
    """Instructions and lines of a request among so many places."""
    cache = ["--cache-sim=yes", "--I1=32768,8,64", "--D1=32768,8,64", "--LL=1048576,16,64"]
    count = ["--instr-atstart=no", "--toggle-collect=*Spread*counted*", "--callgrind-out-file=/dev/null"]
    process = subprocess.Popen(
        ["valgrind", "--tool=callgrind", *cache, *count, binary, "spread", method, path, str(places), str(TIMES), *contracts],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    if process.stdout.readline() == "ready\n":
        subprocess.run(["callgrind_control", "--instr=on", str(process.pid)], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=True)
    _, said = process.communicate("\n")
    collected = [line.split(":")[1].split() for line in said.splitlines() if "Collected" in line]
    if process.returncode or not collected:
        raise SystemExit(f"callgrind did not count: {said}")
    numbers = [int(number) for number in collected[0]]
    # Ir Dr Dw I1mr D1mr D1mw ILmr DLmr DLmw
    return numbers[0] / TIMES, (numbers[7] + numbers[8]) / TIMES
