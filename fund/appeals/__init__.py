"""Appeals against decisions, with the file for the court, and complaints. It decides nothing anew."""
