"""Benchmarks: whole processes, medians of several runs, ratios to a peer of the same run."""
