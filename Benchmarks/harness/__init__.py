"""The load harness behind `make bench`. Standard library only."""
