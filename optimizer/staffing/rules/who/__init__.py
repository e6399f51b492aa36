"""Rules of who may work at all, where and when."""
