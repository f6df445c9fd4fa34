"""Every query of the product.

`Store` opens transactions, one module per aggregate speaks SQL in them.
"""

from bot.store.database import SchemaError, Store, Tx

__all__ = ["SchemaError", "Store", "Tx"]
