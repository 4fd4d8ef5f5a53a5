"""What the editor shows of a rule file and reads back from it. It knows no draft, person or page."""
