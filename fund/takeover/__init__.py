"""Taking over what a centre already has: clients, offer, this year's grants, earlier totals, from a spreadsheet."""
