"""Articles and corrections in a database: what is in it stays, and is read again only where something changed."""

from components.store.adding import Added
from components.store.connection import ADDRESS, FILE, StoreError, there
from components.store.store import Kept, Store, Stored

__all__ = ["ADDRESS", "FILE", "Added", "Kept", "Store", "StoreError", "Stored", "there"]
