"""Overlap: measures what an asyncio program does, and exactly when, in virtual time."""

__version__ = "0.1.0"
