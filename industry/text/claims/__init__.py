"""What each number of a running text claims. ``claiming.claims`` is asked; the other modules each answer one question:
which ``numbers`` there are, by which names indicators go (``naming``), ``when`` and ``where``, in which of the ``relations`` a
number stands, which indicator ``fits`` it, whether all around it is ``understood``; ``binding`` puts these together."""
