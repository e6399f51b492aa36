"""Work that goes on in a process of its own while people look at pages."""
