"""The pages, one a file: each has one function ``show``, which draws it for the desk that it is given."""
