"""The same question as the folder above, asked of English: what each number of a paragraph without Chinese claims. ``reading`` is
asked; ``parts`` takes a sentence apart into pieces of which each is understood or not, ``sentences`` puts those of a name together,
``near`` says which words go with a figure, ``relations`` and ``percents`` in which relation it stands (``said``), ``limits`` what else is said
of it, ``binding`` of what it is, ``going_on`` what it goes on from, ``holding`` when and where, ``claiming`` all of it.
Everything between the beginning of a statement and its figure must be understood, else it is doubted."""
