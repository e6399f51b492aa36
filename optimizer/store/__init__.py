"""Keeps what must not be lost: workbooks, drafts with every edit, runs, and an audit of who did what."""
