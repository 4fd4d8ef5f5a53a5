"""Goals of a client's assistance plan and what is done about them. The texts are sealed."""
