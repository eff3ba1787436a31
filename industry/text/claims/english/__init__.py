"""The same question as the folder above, asked of English: what each number of a paragraph without Chinese claims. ``reading`` is
asked; ``lexicon`` knows the words, ``numbers`` reads figures, ``naming`` names of indicators, ``when`` periods, ``where`` places;
``tokens`` takes a sentence apart into pieces of which each is understood or not, ``sentences`` puts those of a name together,
``relations`` says in which relation a figure stands, ``binding`` of what it is, ``holding`` when and where, ``claiming`` all of it.
Everything between the beginning of a statement and its figure must be understood, else it is doubted."""
