"""What the bot knows: model, store, shipped records."""
