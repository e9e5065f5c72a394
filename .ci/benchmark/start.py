"""From exec to the first answer, and the memory then."""

import servers
from loading import PATH, median, table


def measure(folder):
    times, memory = [], []
    for _ in range(15):
        server = servers.doublet(folder)
        times.append(server.wait(PATH))
        memory.append(server.memory())
        server.stop()
    table(
        ["start, bundled specs", "median", "least"],
        [
            ["exec to first answer, ms", f"{median(times):.1f}", f"{min(times):.1f}"],
            ["memory, MB", f"{median(memory):.1f}", f"{min(memory):.1f}"],
        ],
    )
