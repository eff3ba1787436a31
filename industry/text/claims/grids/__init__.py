"""Tables inside a text: ``tabular.claims`` is asked. ``rows`` finds lines of cells, ``layout`` which of them are a table with
title, header and labels, ``labels`` says what a title, header or label says, ``wording`` makes of a cell and all that is said
of it the sentence that says the same."""
