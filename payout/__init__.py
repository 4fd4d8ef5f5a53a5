"""Finance's and the providers' room: today the neutral proof of a discount. Decides nothing."""
