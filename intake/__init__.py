"""The social worker's room: clients, households and requests, up to a request's whole life. Decides nothing."""
