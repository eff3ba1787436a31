"""What is kept about workbooks that curators bring in, as records among the tables."""
