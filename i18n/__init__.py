"""What the bot understands and says in each language."""
