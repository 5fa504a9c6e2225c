"""What a scenario raises when a promise was broken."""


class Violation(Exception):
    """A promise was broken."""


def require(condition, message):
    if not condition:
        raise Violation(message)
