"""Tests of what may break: kills, races, engines that stop."""
