"""The administrator's pages: people, accounts, teams, settings and the log. Signing in is another room."""
