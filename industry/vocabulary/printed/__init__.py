"""A figure as a source prints it (``18.5%``, ``1.4万家``, ``同比下降9.6%``, ``超六成``), read as a number.

``read`` is the only reader: everything that is printed must be accounted for by its grammar, else the figure can't
be read. ``numerals`` knows numbers, ``words`` what the words are, ``leads`` which words before a number go together
and what they make of it, ``quantity`` a number with its scale and unit, ``grammar`` the figure as a whole, and
``meaning`` is what it comes to. Indicators and tables belong elsewhere.
"""

from industry.vocabulary.printed.grammar import forget
from industry.vocabulary.printed.meaning import Printed
from industry.vocabulary.printed.reading import by_hand, plain, read

__all__ = ["Printed", "by_hand", "forget", "plain", "read"]
