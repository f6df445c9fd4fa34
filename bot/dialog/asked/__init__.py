"""What the bot asked, and how a line answers it."""
