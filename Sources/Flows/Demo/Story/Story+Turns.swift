import Provenance

extension Story {
    static let addRefunds = Turn(
        at: Moment(days: 6, minutes: 300), conversation: refunds,
        asked: """
            Refunds must be idempotent; add the endpoint and cover retries. Use the same style as charge.py, \
            docs/refunds.md says what is meant.
            """,
        reads: ["src/shop/charge.py", "src/shop/router.py", "docs/refunds.md"],
        answers: [
            Answer(says: "Let me look at charge.py and at how requests are dispatched."),
            Answer(
                says: """
                    charge.py looks the key up before it books anything, and answers with the id it finds. A refund can do \
                    the same; nothing in router.py retries by itself.
                    """,
                task: """
                    Read src/shop/charge.py and src/shop/router.py. What happens when the same request comes twice? \
                    Answer in two sentences, change nothing.
                    """),
            Answer(
                says: "A refund looks its key up first, as a charge does, and books only where it finds none.",
                edits: [
                    Edit(
                        change: .write("src/shop/refund.py", ShopTexts.refund), status: .changed,
                        finding: Finding(
                            rule: "sql-from-input", severity: .high,
                            message: "The text of the query is built from the key in the request.",
                            text: "known = ledger.connection.execute(")),
                    Edit(
                        change: .replace(
                            "src/shop/app.py", "from shop.router import",
                            "from shop.refund import refund\nfrom shop.router import")
                    ),
                    Edit(
                        change: .replace(
                            "src/shop/app.py", "router.add(\"/charge\", charge)\n",
                            "router.add(\"/charge\", charge)\nrouter.add(\"/refund\", refund)\n")),
                ]),
            Answer(
                says: "Now the tests, with a retry.",
                edits: [Edit(change: .write("tests/test_refund.py", ShopTexts.refundTest))]),
            Answer(says: "Both tests pass: the second refund with the same key gives the first one's id."),
        ])

    static let askAboutRaces = Turn(
        at: Moment(days: 6, minutes: 270), conversation: refunds, asked: "does this cope with two requests at once?",
        answers: [
            Answer(
                says: """
                    Not quite: both may look the key up before either has booked. A unique index on `refund.key` would \
                    refuse the second; I have not added it, since charge.py has none either.
                    """)
        ])

    static let refundAll = Turn(
        at: Moment(days: 6, minutes: 250), conversation: refunds,
        asked: "when no amount is given refund all of the charge", reads: ["src/shop/refund.py"],
        answers: [
            Answer(
                says: "I move the amount into a function of its own.",
                edits: [
                    Edit(change: .replace("src/shop/refund.py", "def refund(ledger, request):\n", ShopTexts.amountOf)),
                    Edit(
                        change: .replace(
                            "src/shop/refund.py", "    amount = int(request.args[\"amount\"])",
                            "    amount = amount_of(request, charge)")),
                ]),
            Answer(says: "Done; the tests still pass."),
        ])

    static let askAboutCache = Turn(
        at: Moment(days: 5, minutes: 200), conversation: cache, asked: "why does the cache miss after a deploy?",
        reads: ["src/shop/cache.py"],
        answers: [
            Answer(says: "The key holds the number of the build, so every deploy begins with an empty cache.")
        ])

    static let keepCache = Turn(
        at: Moment(days: 5, minutes: 190), conversation: cache, asked: "take the build number out of the key",
        answers: [
            Answer(
                says: "The format of the rows takes its place: that is what must not be mixed.",
                edits: [
                    Edit(change: .replace("src/shop/cache.py", ShopTexts.build, "")),
                    Edit(change: .replace("src/shop/cache.py", ShopTexts.buildInKey, ShopTexts.formatInKey)),
                ])
        ])

    static let exportLedger = Turn(
        at: Moment(days: 4, minutes: 150), conversation: export,
        asked: "Write an export of the ledger as CSV; the request says the file's name.",
        reads: ["src/shop/ledger.py"],
        answers: [
            Answer(
                says: "```python\n\(ShopTexts.export)```\n",
                edits: [
                    Edit(
                        change: .write("src/shop/export.py", ShopTexts.export),
                        finding: Finding(
                            rule: "path-from-parameter", severity: .medium,
                            message: "The path of the file comes from a parameter unchecked.",
                            text: "os.path.join(EXPORTS")),
                    Edit(
                        change: .replace(
                            "src/shop/app.py", "from shop.ledger import",
                            "from shop.export import export\nfrom shop.ledger import")),
                    Edit(
                        change: .replace(
                            "src/shop/app.py", "router.add(\"/refund\", refund)\n",
                            "router.add(\"/refund\", refund)\nrouter.add(\"/export\", export)\n")),
                ])
        ])

    static let writeDeployScript = Turn(
        at: Moment(days: 3, minutes: 100), conversation: deploy, asked: "ship the deploy script 🚀",
        answers: [
            Answer(
                says: "It takes a tag, unpacks it on the server, restarts the shop and asks for its health.",
                edits: [
                    Edit(
                        change: .write("deploy.sh", ShopTexts.deploy),
                        finding: Finding(
                            rule: "tls-not-verified", severity: .high,
                            message: "Anyone between us and the shop can answer for it.", text: "--insecure"))
                ])
        ])

    static let manageCustomers = Turn(
        at: Moment(days: 0, minutes: 200), conversation: customer,
        asked: "CRUD for the customer model. 顧客の名前には '（アポストロフィ）も使えるように。",
        answers: [
            Answer(
                says: "```python\n\(ShopTexts.customer)```\n",
                edits: [Edit(change: .write("src/shop/customer.py", ShopTexts.customer), status: .rejected)])
        ])

    static let showBalance = Turn(
        at: Moment(days: 0, minutes: 95), conversation: balance,
        asked: "Show what a customer has paid and not got back, as /balance.", reads: ["src/shop/app.py"],
        answers: [
            Answer(says: "Let me see which pages there are."),
            Answer(
                says: "The balance is what was charged less what was refunded.",
                edits: [
                    Edit(change: .write("src/shop/balance.py", ShopTexts.balance)),
                    Edit(
                        change: .replace(
                            "src/shop/app.py", "from shop.charge import",
                            "from shop.balance import balance\nfrom shop.charge import")),
                    Edit(
                        change: .replace(
                            "src/shop/app.py", "router.add(\"/export\", export)\n",
                            "router.add(\"/export\", export)\nrouter.add(\"/balance\", balance)\n")),
                ]),
        ])
}
