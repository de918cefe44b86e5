"""Dragoman reads news pages and writes political event records."""

__version__ = "0.1.0"
