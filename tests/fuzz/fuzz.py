"""Fuzz what reads a server's bytes, guided by coverage: the targets of targets.py.

python tests/fuzz/fuzz.py 60          # seconds for each target; a failing input is shown and kept in build/fuzz/
python tests/fuzz/fuzz.py 60 --keep   # then also keep what covers more in tests/fuzz/corpus/, which the tests replay

Needs atheris (the extra `fuzz`), which comes for Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "tests/fuzz/corpus"
BUILD = ROOT / "build/fuzz"
# Longer inputs find little more, and take long.
LONGEST = 2000
TARGETS = ("reply", "event", "decoder", "stream")


def seeds() -> dict[str, list[bytes]]:
    """The recorded replies, as inputs to begin with."""
    from streams import RECORDED

    made: dict[str, list[bytes]] = {name: [] for name in TARGETS}
    for reply, events in RECORDED.values():
        data = [json.dumps(event).encode() for event in events]
        stream = b"".join(b"event: x\ndata: " + event + b"\n\n" for event in data)
        made["reply"].append(json.dumps(reply).encode())
        made["event"] += data
        made["stream"].append(stream)
        made["decoder"] += [bytes([size]) + stream for size in (1, 7, 0)]
    made["decoder"].append(b"\x02\xef\xbb\xbf: hi\r\ndata\rdata:a\n\ndata: b\r\n\r\n")
    return made


def fuzz(name: str, arguments: list[str]) -> None:
    """Run libFuzzer in this process, which it ends."""
    import atheris

    with atheris.instrument_imports(include=["cohere_chat", "cohere_chat_api"]):
        import targets
    # To merge, libFuzzer starts what the first argument says once more.
    atheris.Setup([f"{sys.executable} {__file__} --fuzz {name}", *arguments], targets.TARGETS[name])
    atheris.Fuzz()


def run(name: str, arguments: list[str]) -> int:
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("overlay", "generated", "tests", "tests/fuzz"))
    command = [sys.executable, str(Path(__file__)), "--fuzz", name, *arguments]
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(command, env=environment, cwd=BUILD, check=False).returncode


def main() -> None:
    if sys.argv[1:2] == ["--fuzz"]:
        fuzz(sys.argv[2], sys.argv[3:])
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seconds", type=int, help="for each target")
    parser.add_argument("--keep", action="store_true", help="keep what covers more in tests/fuzz/corpus/")
    arguments = parser.parse_args()
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/fuzz")]
    from targets import corpus

    failed = []
    for name, contents in seeds().items():
        found, begin, kept = BUILD / name, BUILD / f"{name}-seeds", BUILD / f"{name}-kept"
        for folder in (found, begin, kept):
            folder.mkdir(parents=True, exist_ok=True)
        for folder, inputs in ((begin, contents), (kept, corpus(name))):
            for number, content in enumerate(inputs):
                (folder / f"{number:03}").write_bytes(content)
        limits = [f"-max_len={LONGEST}", "-timeout=10", "-verbosity=0", "-print_final_stats=1"]
        print(f"== {name}", flush=True)
        if run(name, [f"-max_total_time={arguments.seconds}", *limits, str(found), str(begin), str(kept)]):
            failed.append(name)
        elif arguments.keep:
            # As few of them as cover the same.
            run(name, ["-merge=1", "-verbosity=0", str(kept), str(found)])
            inputs = sorted({path.read_bytes() for path in kept.iterdir()}, key=lambda content: (len(content), content))
            (CORPUS / f"{name}.txt").write_text("".join(f"{content!r}\n" for content in inputs), "utf-8")
    if failed:
        sys.exit(f"What failed for {', '.join(failed)} is in {BUILD}: keep it in {CORPUS} once it is mended.")


if __name__ == "__main__":
    main()
