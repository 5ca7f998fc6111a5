"""Carry the vendor's changes into the text of openapi.yaml, and say what is left for a person.

Each change is tried on its own: the data is edited, what it touches is read and compared anew. It stays only if that
difference is gone, none has come up elsewhere and nothing breaking went with it unasked. At the end the text is made to
say what the data says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from spec.compare import Comparison, Difference, compare
from spec.departures import SENT_BACK, Departure, Report, judge
from spec.edit import Draft, Edit
from spec.house import CannotCarry, House
from spec.load import Document, SpecError
from spec.meaning import Meaning, anonymous, read_meaning, text
from spec.write import YamlText

_DO: Final = {"requests": "send requests", "replies": "read replies"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sync does.

    Args:
        text: The new text of the contract.
        carried: The differences that it does away with.
        left: The differences that remain, each with the reason.
        stale: The departures that no longer apply.
        sent_back: Of what was carried into replies, what may therefore be sent as well: the places in requests.
    """

    text: str
    carried: tuple[Difference, ...]
    left: tuple[tuple[Difference, str], ...]
    stale: tuple[Departure, ...]
    sent_back: tuple[Difference, ...] = ()


def plan(
    contract: str,
    vendor: Meaning,
    departures: Iterable[Departure],
    *,
    accept: Collection[str] = (),
    descriptions: bool = True,
) -> Plan:
    """Carry into the contract what is additive or accepted.

    Args:
        contract: The text of openapi.yaml, of which parse() has no complaint.
        vendor: What the vendor's document says.
        departures: Known departures.
        accept: Operations (`models_get`), places (`request.k`) or both (`v2_chat:request.k`) whose breaking changes are
            carried as well.
        descriptions: Whether what is new takes the vendor's descriptions, marked as to be replaced.

    Raises:
        SpecError: A document makes no sense.
    """
    before = YamlText(contract)
    made, data = _Carrier(vendor, tuple(departures), accept, descriptions).plan(before.data)
    return replace(made, text=before.saying(data) if made.carried else contract)


def accepted(difference: Difference, accept: Collection[str]) -> bool:
    """Whether a difference is at a place or in an operation that was named."""
    return bool({difference.name, difference.where, f"{difference.name}:{difference.where}"} & (set(accept) - {""}))


def accepting(difference: Difference) -> str:
    """The name by which to accept a difference."""
    return f"{difference.name}:{difference.where}" if difference.where else difference.name


@dataclass(frozen=True, slots=True)
class _State:
    """What the contract says at a time, and how it compares."""

    contract: Meaning
    comparison: Comparison
    report: Report


@dataclass(frozen=True, slots=True)
class _Carrier:
    """Carries the differences to one document of the vendor's; see plan() for the fields."""

    vendor: Meaning
    departures: tuple[Departure, ...]
    accept: Collection[str]
    descriptions: bool

    def examine(self, draft: Draft, before: _State | None = None) -> _State:
        """Read the contract and compare it: all of it or, after a state, what was touched since."""
        document = Document("openapi.yaml", draft.data)
        if before is None:
            contract = read_meaning(document)
        else:
            there = {
                anonymous(f"{method.upper()} {path}") for path, item in draft.data["paths"].items() for method in item
            }
            stays = {
                key: one
                for key, one in before.contract.operations.items()
                if key in there and one.node.pointer[:3] not in draft.touched and not one.components & draft.touched
            }
            contract = read_meaning(document, only=there - stays.keys())
            order = {**before.contract.operations, **contract.operations}
            operations = {key: stays.get(key) or contract.operations[key] for key in order if key in there}
            contract = Meaning(document, contract.reader, operations)
        comparison = compare(contract, self.vendor, before=before.comparison if before else None)
        return _State(contract, comparison, judge(comparison, self.departures, document.schemas))

    def plan(self, data: dict[str, Any]) -> tuple[Plan, dict[str, Any]]:
        """Edit the contract's data: what was done, and the data as it became."""
        draft = Draft(data)
        state = first = self.examine(draft)
        carried: list[Difference] = []
        reasons: dict[tuple[str, ...], str] = {}
        apart: set[tuple[str, ...]] = set()
        while batch := self._next(state, reasons, apart):
            house = House(state.contract, state.comparison, self.departures, descriptions=self.descriptions)
            try:
                for difference in batch:
                    Edit(draft, state.contract, self.vendor, house).carry(difference)
                after = self._with_departures(draft, state, self.examine(draft, state), house)
                gone = self._gone(batch, state, after)
            except (CannotCarry, SpecError) as reason:
                draft.take_back()
                if len(batch) > 1:
                    apart |= {difference.key for difference in batch}
                else:
                    reasons[batch[0].key] = str(reason)
            else:
                draft.commit()
                carried += gone
                state = after
        left = tuple(
            (one, reasons.get(one.key) or f"breaking for those who {_DO[one.side]}; to carry it, {_how([one])}")
            for one in state.report.differences
        )
        known = {difference.key for difference, _ in first.report.known}
        sent_back = tuple(
            one for one, departure in state.report.known if departure is SENT_BACK and one.key not in known
        )
        # A new operation has a name of the contract's by now.
        names = {key: one.name for key, one in state.contract.operations.items()}
        told = tuple(replace(one, name=names.get(anonymous(one.operation), one.name)) for one in carried)
        return Plan("", told, left, state.report.stale, sent_back), draft.data

    def _next(
        self, state: _State, reasons: Collection[tuple[str, ...]], apart: Collection[tuple[str, ...]]
    ) -> list[Difference]:
        """The next difference to carry, and the same one of other operations unless it was tried with them."""
        wanted = [one for one in state.report.differences if self._wanted(one) and one.key not in reasons]
        if not wanted or wanted[0].key in apart:
            return wanted[:1]
        first = wanted[0]
        same = {
            one.operation: one
            for one in reversed(wanted)
            if (one.what, one.change, one.where) == (first.what, first.change, first.where)
            and (one.new == first.new or one.what == "operation")
            and one.key not in apart
        }
        # In a component one edit is enough.
        return [first] if first.schema else list(reversed(same.values()))

    def _wanted(self, difference: Difference) -> bool:
        return difference.effect == "additive" or accepted(difference, self.accept)

    def _with_departures(self, draft: Draft, before: _State, after: _State, house: House) -> _State:
        """Let what was carried depart from the vendor's document where the contract always does."""
        known = {(one.operation, departure) for one, departure in after.report.known}
        by_place: dict[tuple[str | None, str], list[Departure]] = {}
        for departure in self.departures:
            by_place.setdefault((departure.schema, departure.at), []).append(departure)
        edit = Edit(draft, after.contract, self.vendor, house)
        for key, (pair, _) in after.comparison.by_operation.items():
            earlier = before.contract.operations.get(key)
            if pair is None or (earlier and earlier is pair.ours):
                continue
            for place, row in pair.our_table.items():
                if earlier and place in earlier.table:
                    continue
                spots = {(None, text(place)), *((name, text(place[depth:])) for name, depth in (row.outer, row.inner))}
                for departure in (one for spot in spots for one in by_place.get(spot, ())):
                    if departure.operation in (None, key) and (pair.ours.key, departure) not in known:
                        edit.restore(departure, row, pair.our_table.get(place[:-1]))
                        known.add((pair.ours.key, departure))
        return self.examine(draft, before)

    def _gone(self, batch: list[Difference], before: _State, after: _State) -> list[Difference]:
        """The differences that the edits for some did away with.

        Raises:
            CannotCarry: It did more or less than that.
        """
        old = {other.key: other for other in before.report.differences}
        new = {other.key: other for other in after.report.differences}
        gone = [other for key, other in old.items() if key not in new]
        unasked = [other for other in gone if not self._wanted(other)]
        if unasked:
            places = " and ".join(dict.fromkeys(other.where for other in unasked))
            raise CannotCarry(
                f"the same schema of openapi.yaml stands at {places}, where the change is breaking; "
                f"to carry it, {_how(unasked)}"
            )
        # What is added may itself need a second look, but nothing else may change.
        done = {(other.operation, other.where) for other in gone}
        elsewhere = [
            other
            for key, other in new.items()
            if key not in old
            and not any(other.operation == operation and other.where.startswith(where) for operation, where in done)
        ]
        if elsewhere:
            raise CannotCarry(
                f"the same schema of openapi.yaml stands at {elsewhere[0].where}, where the vendor has no such change: "
                "give the two places schemas of their own first"
            )
        if any(difference.key in new for difference in batch):
            raise CannotCarry("there is no way to say it in openapi.yaml without more changes")
        return gone


def _how(differences: Iterable[Difference]) -> str:
    return f"ACCEPT='{' '.join(dict.fromkeys(map(accepting, differences)))}'"
