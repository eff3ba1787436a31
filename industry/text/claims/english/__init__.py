"""The same question as the folder above, asked of English: what each number of a paragraph without Chinese claims. ``reading`` is
asked; ``lexicon`` knows the words, ``numbers`` reads figures, ``naming`` names of indicators, ``when`` periods, ``where`` places,
``tokens`` puts a sentence into pieces of which each is understood or not, ``relations`` says in which relation a number stands,
``binding`` of what it is. Everything between the beginning of a statement and its number must be understood, else it is doubted."""
