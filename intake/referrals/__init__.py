"""Who partners refer: told by an expiring link or on paper, sealed, taken up or set aside by a worker."""
