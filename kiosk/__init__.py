"""The visit, and the adapters it needs; no Qt."""
