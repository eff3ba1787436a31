"""How a machine is set up: what the system must have, the Python packages, the bundle that carries both to machines without
a network, and the proof of it all on bare ones. Needs nothing of the program; the Makefile and run.bat call it."""
