"""What the words of an English text are, one by one: ``lexicon`` knows them, ``numbers`` reads figures, ``naming`` names of indicators,
``when`` periods, ``where`` places; ``tokens`` takes a sentence apart into these. What they say together is for the folder above."""
