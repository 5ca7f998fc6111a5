"""The asynchronous side; ../_sync is made from it."""
