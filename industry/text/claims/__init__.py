"""What each number of a running text claims, and each comparison that tells none. ``claiming.claims`` is asked; the other
modules each answer one question: which ``numbers`` and ``statements`` there are, by which names indicators go (``naming``), ``when``
and ``where``, in which of the ``relations`` a number stands, which indicator ``fits`` it, what it takes from ``around``, whether all
around it is ``understood``; ``binding`` puts these together."""
