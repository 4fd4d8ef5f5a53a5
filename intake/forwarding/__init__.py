"""Part of intake: a request for which another centre is competent goes on to it, within some days of filing."""
