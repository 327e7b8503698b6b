"""Says in plain words what is missing or wrong, and how to mend it."""

from bot.doctor.examine import examine
from bot.doctor.finding import Finding, bad, good

__all__ = ["Finding", "bad", "examine", "good"]
