"""Tests of what the bot does with a message."""
