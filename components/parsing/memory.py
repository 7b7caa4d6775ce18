"""What an article has counted so far, for the numbers that refer back to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from components.model import Amount

ALIKE = 4.0  # a bare number means the last figure of about its size: at most this many times larger or smaller
KEPT = 12  # figures an article remembers
FEW = 12  # "two soldiers": so small a number is printed again for the same people
SAME = 3  # figures that "the eleven" may mean
GENERIC = "people"


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing counted: measure and role of its noun, whose it was, about how many, and whether still to come."""

    measure: str
    role: str
    subject: str | None
    size: float = 0.0
    planned: bool = False


@dataclass(slots=True)
class Memory:
    """What an article has counted so far, latest last; ``named`` is what it spoke of since without a number.

    ``elsewhere`` while it speaks of the border between the Koreas; ``opener`` is the side that its last sentence began
    with.
    """

    topics: list[Topic] = field(default_factory=list)
    named: Topic | None = None
    elsewhere: bool = False
    opener: str | None = None

    def add(self, topic: Topic) -> None:
        self.topics = [*self.topics[1 - KEPT :], topic]
        self.named = None

    @property
    def last(self) -> Topic | None:
        return self.topics[-1] if self.topics else None

    @property
    def spoken_of(self) -> Topic | None:
        """What was named since the last figure, "people" and the like taken for what they are."""
        if self.named is None or self.named.measure != GENERIC:
            return self.named
        return Topic(self.people(), "people", self.named.subject)

    def owner(self, role: str) -> str | None:
        """Whose the last figure was; after what Russia gave in return people are those last counted."""
        last = self.last
        if last is not None and last.role == "materiel" != role and last.subject == "rus":
            others = (topic for topic in reversed(self.topics) if topic.role != "materiel" or topic.subject != "rus")
            last = next(others, last)
        return None if last is None else last.subject

    def people(self, special: bool = False) -> str:
        """The measure that "people" or "arrivals" take: workers spoken of since, the last people counted, else troops.

        ``special`` nouns ("specialists", "comrades") also take engineers spoken of since.
        """
        spoken = self.named.measure if self.named is not None and self.named.role == "people" else None
        if spoken == "workers" or (special and spoken not in (None, GENERIC)):
            return spoken
        counted = [topic for topic in self.topics if topic.role == "people"]
        came = [topic for topic in counted if not topic.planned] or counted
        return came[-1].measure if came else "troops"

    def the_same_few(self, amount: Amount | None) -> Topic | None:
        """As in "captured two soldiers ... Two soldiers survived": casualties last counted with that number."""
        if amount is None or amount.more or not 1 < magnitude(amount) <= FEW:
            return None
        alike = [topic for topic in self.topics[-SAME:] if topic.size == magnitude(amount)]
        return alike[-1] if alike and alike[-1].role == "casualty" else None

    def holding(self, amount: Amount) -> Topic | None:
        """The latest figure that the amount may be a part of: "10,000 of them" are not of the last 5,000."""
        size = magnitude(amount)
        larger = next((topic for topic in reversed(self.topics) if topic.size >= size), self.last)
        if larger is not None and larger.size < size and larger.role == "casualty":
            return Topic(self.people(), "people", larger.subject)
        return larger

    def alike(self, amount: Amount, casualties: bool) -> Topic | None:
        """The latest figure of about the amount's size, else the latest; losses only where ``casualties`` allows."""
        size = magnitude(amount)
        fit = [topic for topic in self.topics if casualties or topic.role != "casualty"]
        for topic in reversed(fit):
            if topic.size and size and max(topic.size, size) <= ALIKE * min(topic.size, size):
                return topic
        return fit[-1] if fit else self.last


def magnitude(amount: Amount) -> float:
    """Any printed bound of an amount: good enough to compare sizes."""
    return next((bound for bound in (amount.best, amount.low, amount.high) if bound is not None), 0.0)
