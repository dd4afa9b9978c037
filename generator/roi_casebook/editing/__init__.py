"""The editors' tools: figures and their working on the command line, a scaffold, a diff of figures."""
