# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fields that only the named methods of signing may write.

A context that comes over RPC is JSON: it can not hold this object, so nobody can
pretend to be one of those methods, the superuser included.
"""

_KEY = "stage_management_signing"
_SENTINEL = object()


def unlock(records):
    """Return the records, allowed to write protected fields for one call."""
    return records.with_context(**{_KEY: _SENTINEL})


def is_unlocked(records):
    return records.env.context.get(_KEY) is _SENTINEL


def lock(records):
    """Return the records without the permission, for what follows the call."""
    context = {key: val for key, val in records.env.context.items() if key != _KEY}
    return records.with_env(records.env(context=context))
