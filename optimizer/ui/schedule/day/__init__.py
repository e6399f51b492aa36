"""The day that changes, on the page: who comes, who is asked, what they answer, a shift with who is on."""
