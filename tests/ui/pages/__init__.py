"""Tests of the pages, one file each."""
