"""Benchmarks: each figure beside the limit it must keep, as a ratio, from one run."""
