"""What a rule asks that no file tells: which questions, their fields, their answers. Files no request."""
