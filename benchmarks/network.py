"""What the network costs: building it for 10,000 zones with 200,000 edges, in time and in memory.

    python -m benchmarks.network DATABASE     measures in this process, and prints JSON

Zones, agencies and commitments are written as rows, as their moves would have left them: the network is built from the
projection alone, and 110,000 requests would only measure the writer again.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from benchmarks.boards import walked
from benchmarks.figures import Figure, ratio, seconds
from peoplezones.app import Board
from peoplezones.network.graph import build
from peoplezones.store.database import writing
from peoplezones.store.tables import head, record, reference

ZONES, AGENCIES, COMMITMENTS = 10_000, 300, 100_000
EDGES, LARGEST = 2 * COMMITMENTS, 1024  # MiB


def network(folder: Path) -> Iterator[Figure]:
    """The whole network of a Board far larger than any, in a process of its own, against networkx alone."""
    path = folder / "network.db"
    board, _, _ = walked(path)
    with writing(board.engine) as connection:
        model = connection.execute(select(head.c.model)).scalar_one()
        connection.execute(insert(record), [*_records(model)])
        connection.execute(insert(reference), [*_references()])
    board.close()
    command = [sys.executable, "-m", "benchmarks.network", str(path)]
    told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    assert told["edges"] >= EDGES, told
    what = f"building the network of {ZONES:,} zones with {EDGES:,} edges against filling networkx alone"
    yield ratio(what, told["build"], told["bare"], 5)
    found = told["memory"]
    yield Figure("memory of a process that builds it", f"{found:,} MiB", f"at most {LARGEST:,} MiB", found <= LARGEST)


def _records(model: str) -> Iterator[dict[str, Any]]:
    for number in range(ZONES):
        fields = {"name": f"Example zone {number}"}
        yield _record(model, "zone", f"PZ-1900-{number}", number, "active", fields)
    for number in range(AGENCIES):
        yield _record(model, "agency", f"AG-B{number}", number, "partner", {"name": f"Example agency {number}"})
    for number in range(COMMITMENTS):
        zone, agency = _ends(number)
        fields = {"zone": zone, "agency": agency, "side": "agency", "what": "Two officers, made up", "hours": 40}
        yield _record(model, "commitment", f"CM-B{number}", number, "pledged", fields)


def _record(model: str, kind: str, name: str, number: int, state: str, fields: dict[str, Any]) -> dict[str, Any]:
    first = 1  # the entry that opened them, since each row needs one
    days = {"entered": "2020-01-01", "effective": "2020-01-01"}
    numbers = {"year": 1900, "number": number + 1, "seq": 1, "opened": first, "changed": first}
    own = {"reference": name, "kind": kind, "state": state, "model": model, "fields": json.dumps(fields)}
    return {**own, **days, **numbers, "previous": "", "leaf": ""}


def _references() -> Iterator[dict[str, Any]]:
    for number in range(COMMITMENTS):
        for field, target in zip(("zone", "agency"), _ends(number), strict=True):
            yield {
                "source": f"CM-B{number}",
                "kind": "commitment",
                "field": field,
                "target": target,
                "position": 0,
                "since": "2020-01-01",
                "since_entry": 1,
            }


def _ends(number: int) -> tuple[str, str]:
    return f"PZ-1900-{number % ZONES}", f"AG-B{number * 7 % AGENCIES}"


def measured(path: str) -> dict[str, Any]:
    """Return what building the network of a Board takes, and what the same nodes and edges take in networkx alone."""
    import networkx as nx

    with Board.open(path, read_only=True) as board, board.view() as view:
        graphs: list[Any] = []
        taken = seconds(lambda: graphs.append(build(view)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    graph = graphs[0]
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))

    def bare() -> None:
        other = nx.MultiDiGraph()
        for name, data in nodes:
            other.add_node(name, **data)
        for start, end, key, data in edges:
            other.add_edge(start, end, key, **data)

    return {"build": taken, "bare": seconds(bare), "memory": memory, "nodes": len(nodes), "edges": len(edges)}


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
