"""Engines run the way through over many pages; every engine gives the same records in the same order."""
