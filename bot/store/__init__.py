"""Every query of the product.

`Store` opens transactions, one module per aggregate speaks SQL in them.
"""

from bot.store.database import Busy, SchemaError, Store, Tx

__all__ = ["Busy", "SchemaError", "Store", "Tx"]
