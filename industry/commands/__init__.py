"""The commands of ``python -m industry``: a file for each, with its ``arguments`` and its ``run``, which does what they ask,
says in a sentence what can't be done, and gives the exit status. What they make is made elsewhere."""
