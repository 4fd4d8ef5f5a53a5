"""Finding a client by name, number or birth date, by POST only. Opens no file and changes none."""
