"""Dangol: the support desk of a Korean online store."""

__version__ = "0.1.0"
