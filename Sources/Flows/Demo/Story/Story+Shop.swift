/// A shop gives refunds. The line that fails in production was generated, found, merged and deployed; since then it has
/// moved and been reformatted.
extension Story {
    static let refunds = Conversation(id: "refunds", agent: .claude, title: "Idempotent refunds", pull: 12)
    static let cache = Conversation(id: "cache", agent: .codex, title: "Cache misses after a deploy", pull: 13)
    static let export = Conversation(id: "export", agent: .engine, title: "CSV export")
    static let deploy = Conversation(id: "deploy", agent: .codex, title: "Deploy script")
    static let customer = Conversation(id: "customer", agent: .engine, title: "Customers")
    static let balance = Conversation(id: "balance", agent: .claude, title: "Balance", pull: 15)

    /// The tag of what is deployed when the alarm goes off.
    static let release = "v2.31"

    /// When production fails.
    static let failure = Moment(days: 1, minutes: 130)

    static let events: [Event] = [
        .commit(
            Commit(
                at: Moment(days: 12, minutes: 200), author: .mika, message: "Start the shop: charges and the ledger",
                changes: [
                    .write("README.md", ShopTexts.readme), .write("pyproject.toml", ShopTexts.project),
                    .write("src/shop/__init__.py", ""), .write("src/shop/ledger.py", ShopTexts.ledger),
                    .write("src/shop/charge.py", ShopTexts.charge),
                    .write("tests/test_charge.py", ShopTexts.chargeTest),
                ])),
        .commit(
            Commit(
                at: Moment(days: 11, minutes: 120), author: .ben, message: "Dispatch requests",
                changes: [.write("src/shop/router.py", ShopTexts.router), .write("src/shop/app.py", ShopTexts.app)])),
        .commit(
            Commit(
                at: Moment(days: 9, minutes: 60), author: .ben, message: "Cache rows of the ledger",
                changes: [.write("src/shop/cache.py", ShopTexts.cache)])),
        .commit(
            Commit(
                at: Moment(days: 8, minutes: 30), author: .mika, message: "Write down how refunds are meant to work",
                changes: [.write("docs/refunds.md", ShopTexts.refundsDocument)])),
        .turn(addRefunds),
        .commit(
            Commit(
                at: Moment(days: 6, minutes: 280), author: .ada,
                message: "Add refunds\n\nThe same key twice gives the money back once.")),
        .turn(askAboutRaces),
        .turn(refundAll),
        .commit(
            Commit(
                at: Moment(days: 6, minutes: 240), author: .ada,
                message: "Refund all of the charge where no amount is given")),
        .turn(askAboutCache),
        .turn(keepCache),
        .commit(Commit(at: Moment(days: 5, minutes: 180), author: .ben, message: "Keep the cache over a deploy")),
        .commit(
            Commit(
                at: Moment(days: 5, minutes: 60), author: .mika, message: "Call refunds rf_, as the bank does",
                changes: [
                    .replace("src/shop/refund.py", "f\"re_{key}\"", "f\"rf_{key}\""),
                    .replace("tests/test_refund.py", "\"re_r1\"", "\"rf_r1\""),
                ])),
        .turn(exportLedger),
        .commit(Commit(at: Moment(days: 4, minutes: 120), author: .ben, message: "Export the ledger as CSV")),
        .turn(writeDeployScript),
        .commit(
            Commit(at: Moment(days: 3, minutes: 90), author: .ben, message: "Deploy with one script", tag: release)),
        .commit(
            Commit(
                at: Moment(days: 1, minutes: 50), author: .ada, message: "Give refunds a package of their own",
                changes: [
                    .write("src/shop/payments/__init__.py", ""),
                    .move("src/shop/refund.py", to: "src/shop/payments/refund.py"),
                    .replace("src/shop/app.py", "from shop.refund import", "from shop.payments.refund import"),
                ])),
        .commit(
            Commit(
                at: Moment(days: 1, minutes: 40), author: .mika, message: "Format the code, 88 columns",
                changes: [
                    .replace("src/shop/payments/refund.py", ShopTexts.wideLookUp, ShopTexts.narrowLookUp),
                    .replace("src/shop/payments/refund.py", ShopTexts.wideCharge, ShopTexts.narrowCharge),
                ])),
        .turn(manageCustomers),
        .turn(showBalance),
        .commit(Commit(at: Moment(days: 0, minutes: 80), author: .ada, message: "Show a customer's balance")),
    ]
}
