"""What people are told: inside the product, and by a mail that says no more than how much. It knows no room above."""
