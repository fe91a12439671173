"""The pass rule in rooms: building, checking, scope, a room per kind, telling."""
