"""Changed copies of frozen records, made quickly.

`dataclasses.replace` asks every field whether it may be set and then runs the whole constructor: of
a decision, which changes a record of twenty fields several times, that was a fifth of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # For the type checker it is the same function, so that names and types are checked as usual.
    from dataclasses import replace
else:
    import dataclasses

    def replace(record: Any, /, **changes: Any) -> Any:
        """A copy of `record` with these fields changed; TypeError for a field that it has not.

        A record with slots, or with work to do after it is made, goes the usual way.
        """
        cls = type(record)
        width = _widths[cls] if cls in _widths else _width(cls)
        if not width:
            return dataclasses.replace(record, **changes)
        held = record.__dict__ | changes
        if len(held) != width:
            fields = cls.__dataclass_fields__
            unknown = ", ".join(sorted(changes.keys() - fields.keys()))
            if unknown:
                raise TypeError(f"{cls.__name__} has no field {unknown}")
            # What the record keeps beside its fields was worked out from the old ones.
            held = {name: held[name] for name in fields}
        copy = _new(cls)
        _set(copy, "__dict__", held)
        return copy

    def _width(cls: type) -> int:
        """How many fields a copy has; 0 for one that goes the usual way."""
        usual = hasattr(cls, "__slots__") or hasattr(cls, "__post_init__")
        _widths[cls] = 0 if usual else len(cls.__dataclass_fields__)
        return _widths[cls]

    _new, _set = object.__new__, object.__setattr__
    _widths: dict[type, int] = {}


__all__ = ["replace"]
