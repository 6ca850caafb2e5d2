"""The running program: ways in and out (terminal, command line, clock)."""
