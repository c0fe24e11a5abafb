/// Lines before and after they were formatted.
extension ShopTexts {
    static let wideLookUp = #"""
            known = ledger.connection.execute(f"select id from refund where key = '{key}'").fetchone()

        """#

    static let narrowLookUp = #"""
            known = ledger.connection.execute(
                f"select id from refund where key = '{key}'"
            ).fetchone()

        """#

    static let wideCharge = #"""
            charge = ledger.row("select id, amount from charge where id = ?", request.args["charge"])

        """#

    static let narrowCharge = #"""
            charge = ledger.row(
                "select id, amount from charge where id = ?", request.args["charge"]
            )

        """#
}
