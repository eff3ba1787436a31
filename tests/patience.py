"""How long tests wait for what will come: only what fails takes so long, and a machine of two cores that others load
too may need most of it. Whoever waits for a server, a page, a file or a program asks here."""

SECONDS = 120
MILLISECONDS = 1000.0 * SECONDS
