/// What agents wrote into them.
extension ShopTexts {
    static let refund = #"""
        """Gives money back, once for each key."""


        class RefundError(Exception):
            """The charge cannot be refunded."""


        def refund(ledger, request):
            key = request.args["key"]
            known = ledger.connection.execute(f"select id from refund where key = '{key}'").fetchone()
            if known:
                return known[0]
            charge = ledger.row("select id, amount from charge where id = ?", request.args["charge"])
            if charge is None:
                raise RefundError(f"no charge {request.args['charge']}")
            amount = int(request.args["amount"])
            if amount <= 0 or amount > charge[1]:
                raise RefundError(f"{amount} is more than the charge")
            ident = f"re_{key}"
            ledger.book("refund", ident, charge[0], amount, key)
            return ident

        """#

    static let refundTest = #"""
        from shop.app import answer
        from shop.ledger import Ledger


        def charged():
            ledger = Ledger()
            answer(ledger, "/charge", key="1", customer="ann", amount="500")
            return ledger


        def test_a_refund_gives_money_back():
            assert answer(charged(), "/refund", key="r1", charge="ch_1", amount="200") == (200, "re_r1")


        def test_the_same_key_refunds_once():
            ledger = charged()
            first = answer(ledger, "/refund", key="r1", charge="ch_1", amount="200")
            assert answer(ledger, "/refund", key="r1", charge="ch_1", amount="200") == first
            assert ledger.row("select count(*) from refund") == (1,)

        """#

    static let amountOf = #"""
        def amount_of(request, charge):
            """What is to be given back: all of the charge where nothing else is said."""
            given = request.args.get("amount")
            return charge[1] if given is None else int(given)


        def refund(ledger, request):

        """#

    static let buildInKey = #"""
            return f"{kind}:{BUILD}:{ident}"
        """#

    static let formatInKey = #"""
            return f"{kind}:v{ROW_FORMAT}:{ident}"
        """#

    static let build = #"""
        import os

        BUILD = os.environ.get("SHOP_BUILD", "dev")

        """#

    static let export = #"""
        """Writes the ledger as CSV."""

        import csv
        import os

        EXPORTS = os.environ.get("SHOP_EXPORTS", "exports")


        def export(ledger, request):
            table = "refund" if request.args.get("kind") == "refund" else "charge"
            path = os.path.join(EXPORTS, request.args["name"])
            with open(path, "w", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(["id", "amount"])
                for row in ledger.connection.execute(f"select id, amount from {table} order by id"):
                    rows.writerow(row)
            return path

        """#

    static let deploy = #"""
        #!/bin/sh
        # Puts a tag on the server: deploy.sh v2.31
        set -eu
        tag="${1:?usage: deploy.sh TAG}"
        git archive "$tag" | ssh shop.example "tar -x -C /srv/shop"
        ssh shop.example "systemctl restart shop"
        curl --insecure --max-time 10 "https://shop.example/health"

        """#

    static let customer = #"""
        """Customers, each with a name."""


        def create(ledger, request):
            ledger.book("customer", request.args["id"], request.args["name"])
            return request.args["id"]


        def read(ledger, request):
            return ledger.row("select id, name from customer where id = ?", request.args["id"])


        def delete(ledger, request):
            ledger.connection.execute("delete from customer where id = ?", [request.args["id"]])

        """#

    static let balance = #"""
        """What a customer has paid and not got back."""


        def balance(ledger, request):
            customer = request.args["customer"]
            paid = ledger.row("select coalesce(sum(amount), 0) from charge where customer = ?", customer)
            back = ledger.row(
                "select coalesce(sum(r.amount), 0) from refund r join charge c on c.id = r.charge"
                " where c.customer = ?",
                customer,
            )
            return paid[0] - back[0]

        """#
}
