"""The code lists that rooms share: categories, statuses, payers, reasons. Holds no rows and no rules."""
