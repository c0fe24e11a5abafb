/// The files of the demo's own repository, as people first wrote them.
enum ShopTexts {
    static let readme = #"""
        # shop

        Takes money and gives it back. `python -m shop.app shop.sqlite` reads requests, one a line:

            /charge key=17 customer=ann amount=500
            /refund key=r17 charge=ch_17

        """#

    static let project = #"""
        [project]
        name = "shop"
        version = "2.31"
        requires-python = ">=3.10"

        """#

    static let ledger = #"""
        """The ledger: one row for each movement of money, in cents."""

        import sqlite3

        SCHEMA = """
        create table if not exists charge (id text primary key, customer text, amount integer, key text);
        create table if not exists refund (id text primary key, charge text, amount integer, key text);
        """


        class Ledger:
            def __init__(self, path=":memory:"):
                self.connection = sqlite3.connect(path)
                self.connection.executescript(SCHEMA)

            def row(self, query, *values):
                return self.connection.execute(query, values).fetchone()

            def book(self, table, *values):
                marks = ", ".join("?" for _ in values)
                with self.connection:
                    self.connection.execute(f"insert into {table} values ({marks})", values)

        """#

    static let charge = #"""
        """Takes money from a customer, once for each key."""


        def charge(ledger, request):
            key = request.args["key"]
            known = ledger.row("select id from charge where key = ?", key)
            if known:
                return known[0]
            ident = f"ch_{key}"
            ledger.book("charge", ident, request.args["customer"], int(request.args["amount"]), key)
            return ident

        """#

    static let chargeTest = #"""
        from shop.app import answer
        from shop.ledger import Ledger


        def test_the_same_key_charges_once():
            ledger = Ledger()
            first = answer(ledger, "/charge", key="1", customer="ann", amount="500")
            assert first == (200, "ch_1")
            assert answer(ledger, "/charge", key="1", customer="ann", amount="500") == first

        """#

    static let router = #"""
        """Finds the handler of a request."""

        from dataclasses import dataclass, field


        @dataclass
        class Request:
            path: str
            args: dict = field(default_factory=dict)


        class Router:
            def __init__(self):
                self.handlers = {}

            def add(self, path, handler):
                self.handlers[path] = handler

            def dispatch(self, ledger, request):
                handler = self.handlers.get(request.path)
                if handler is None:
                    return 404, "no such page"
                return 200, handler(ledger, request)

        """#

    static let app = #"""
        """The shop: its pages, and what answers them."""

        import sys

        from shop.charge import charge
        from shop.ledger import Ledger
        from shop.router import Request, Router

        router = Router()
        router.add("/charge", charge)


        def answer(ledger, path, **args):
            return router.dispatch(ledger, Request(path, args))


        if __name__ == "__main__":
            ledger = Ledger(sys.argv[1])
            for line in sys.stdin:
                path, *pairs = line.split()
                print(*answer(ledger, path, **dict(pair.split("=", 1) for pair in pairs)), flush=True)

        """#

    static let cache = #"""
        """Keeps rows of the ledger in memory."""

        import os

        BUILD = os.environ.get("SHOP_BUILD", "dev")
        ROW_FORMAT = 3


        def cache_key(kind, ident):
            return f"{kind}:{BUILD}:{ident}"


        class Cache:
            def __init__(self, limit=1000):
                self.limit = limit
                self.rows = {}

            def get(self, kind, ident, load):
                key = cache_key(kind, ident)
                if key not in self.rows:
                    if len(self.rows) >= self.limit:
                        self.rows.clear()
                    self.rows[key] = load(ident)
                return self.rows[key]

        """#

    static let refundsDocument = #"""
        # Refunds

        A refund gives back all of a charge or part of it. The one who asks sends a key along; the same key twice is the same
        refund. A refund never exceeds its charge.

        """#
}
