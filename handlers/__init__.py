"""What the bot does with a message: understand it and answer it."""
