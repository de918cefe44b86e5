"""How the weights are made, from data outside the repository; nothing in ``src`` imports this."""
