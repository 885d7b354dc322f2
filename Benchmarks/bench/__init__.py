"""Measures Callbook beside an echo, a C reference daemon and PostgreSQL; see README.md."""
