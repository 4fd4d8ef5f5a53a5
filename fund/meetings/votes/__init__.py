"""The votes of a session: counted, carried out, closed in a frozen list, told in minutes. It plans no agenda."""
