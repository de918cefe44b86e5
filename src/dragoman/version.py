"""The version of Dragoman, in one place."""

__version__ = "0.1.0"
