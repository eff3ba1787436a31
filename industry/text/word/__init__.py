"""A Word document: its parts as they are ``packed``, its text in ``blocks`` with the element of each letter (those of
fonts of signs in ``signs``), and what stands ``beside`` the text and isn't read. python-docx isn't asked: it unpacks and parses every part before any bound
can be set, knows neither fields nor tracked changes, and writes every part anew."""
