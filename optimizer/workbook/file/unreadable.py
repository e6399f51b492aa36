"""What reading a packed file can raise when it is damaged."""

import zipfile
import zlib

UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""Also for a packing, an encryption or a version that nobody knows: NotImplementedError is a RuntimeError."""
