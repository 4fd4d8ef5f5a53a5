"""Mandates to contact a third party, asked for nothing else, and the contacts there were."""
