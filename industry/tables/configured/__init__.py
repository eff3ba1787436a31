"""What config.yaml asks of figures and decks, held against the records and the tables; whether records can be told apart."""
