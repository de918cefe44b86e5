"""What the command line shows people: progress, summaries, tables and the marked article."""
