"""Taking over what a centre already has: clients, offer and this year's grants, from a spreadsheet."""
