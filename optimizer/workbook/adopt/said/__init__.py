"""What somebody says, and the words in which it is said."""
