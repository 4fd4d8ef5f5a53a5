"""Operations: setting up, serving and testing the programme. No room of the house imports this."""
