"""What every page is made with: whole or part, fields, lists by key, words and showing. No routes."""
