"""Tests of the first hour of a centre."""
