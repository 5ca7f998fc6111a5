"""A program that starts, makes a client and perhaps has a first reply: what that cost, from the start of the process.

Usage: cold.py CONTENDER URL ready|reply, in the contender's own virtual environment. Nothing is imported here that
Python has not imported already, so that nothing is counted but the contender.
"""

import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "contenders"))
_, name, url, goal = sys.argv
if name != "nothing":
    contender = __import__(name)
    client = contender.client(url)
    if goal == "reply":
        contender.chat(client, [{"role": "user", "content": "Hello!"}])
done, cpu = time.time(), time.process_time()
with open("/proc/self/status") as lines:
    peak = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
print(f'{{"done": {done}, "cpu": {cpu}, "memory": {int(peak) * 1024}}}')
