"""The dashboard's own data, loaded once per test process: for parameters, which are needed before any fixture."""

from data import load

DATA = load()
