"""Whether the tests of the judge notice a wrong judge: `make mutants`."""
