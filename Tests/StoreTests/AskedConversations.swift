/// Conversations as people have them, and questions that one of them answers, asked in other words.
enum AskedConversations {
    struct Exchange {
        var prompt: String
        var answer: String
    }

    static let exchanges: [Exchange] = [
        Exchange(
            prompt: "How do we rotate the signing key for the release builds?",
            answer:
                "Generate a new key with `gpg --full-generate-key`, upload the public half to the keyserver, put the private half into the CI vault under RELEASE_SIGNING_KEY, and revoke the old one after the next release."
        ),
        Exchange(
            prompt: "The integration tests hang on CI but not locally. Why?",
            answer:
                "The Postgres container is not ready when the tests connect. I added a health check to docker-compose and the tests now wait until pg_isready succeeds."
        ),
        Exchange(
            prompt: "Make the invoice PDF render umlauts correctly.",
            answer:
                "The font that was embedded has no glyphs beyond ASCII. I switched to DejaVu Sans and embed a subset; Müller and Größe show now."
        ),
        Exchange(
            prompt: "deploy to staging fails with permission denied on the bucket",
            answer:
                "The service account lacks storage.objects.create. Grant roles/storage.objectAdmin on the artifacts bucket to deployer@, then run the pipeline again."
        ),
        Exchange(
            prompt: "Which cache do we invalidate when a price changes?",
            answer:
                "Two: the Redis key product:{id} and the CDN path /api/products/{id}. PriceService.update publishes price_changed, and CacheInvalidator listens for it and purges both."
        ),
        Exchange(
            prompt: "Add pagination to the orders endpoint, by cursor and not by offset.",
            answer:
                "GET /orders takes `after` and `limit` now. The cursor is the base64 of created_at and id, so that rows that arrive meanwhile do not shift pages."
        ),
        Exchange(
            prompt: "how can I run only one test of the payment module",
            answer:
                "pytest tests/payment/test_refund.py -k test_twice runs one of them; add -x to stop at the first failure."
        ),
        Exchange(
            prompt: "The websocket drops after 60 seconds behind nginx",
            answer:
                "proxy_read_timeout is 60 s by default. Set it to 3600 for /ws and send a ping frame every 30 seconds from the server."
        ),
        Exchange(
            prompt: "Why is the memory of the worker growing all night?",
            answer:
                "Each job adds a listener to the shared event emitter that nobody removes. I took the listener out in the finally block; the heap stays at 180 MB."
        ),
        Exchange(
            prompt: "Set up pre-commit so that black and ruff run before each commit",
            answer:
                "I added .pre-commit-config.yaml with the hooks of black and ruff. Run `pre-commit install` once in each clone."
        ),
        Exchange(
            prompt: "Migrate the users table: split the name into first and last name without downtime",
            answer:
                "Three steps: add the two columns and write both, backfill in batches of 5,000, then read from the new ones and drop the old one in the release after."
        ),
        Exchange(
            prompt: "The date picker shows the wrong day for users in Auckland",
            answer:
                "The form parsed the date as UTC midnight and showed it in local time. It keeps a plain calendar date now, without a time zone."
        ),
        Exchange(
            prompt: "Limit login attempts per IP address",
            answer:
                "A sliding window in Redis: ten failures in fifteen minutes lock the address out, with Retry-After in the 429 answer."
        ),
        Exchange(
            prompt: "What do I have to do to add a new language to the app?",
            answer:
                "Copy locales/en.json to locales/<code>.json, translate the values, add the code to SUPPORTED_LOCALES in i18n.ts, and run `npm run i18n:check`, which finds missing keys."
        ),
        Exchange(
            prompt: "Explain how the retry of webhooks works",
            answer:
                "Failed deliveries go to the queue webhook_retry with exponential backoff: 1, 5, 25, 125 minutes. After the fifth failure the endpoint is disabled and its owner gets a mail."
        ),
        Exchange(
            prompt: "Refunds must be idempotent; add the endpoint and cover two requests at once.",
            answer:
                "A lock on the Idempotency-Key makes the second request wait for the first, and it gets the same answer."
        ),
        Exchange(
            prompt: "git bisect says the build broke at the merge, what now?",
            answer:
                "Both parents build, so the merge itself is wrong: the conflict in Package.swift kept two entries of the same target. I removed one of them."
        ),
        Exchange(
            prompt: "Write a script that anonymises the production dump for local use",
            answer:
                "scripts/anonymise.py replaces names, mails and phone numbers by fake ones from a fixed seed, and truncates the audit log. Load the result with `make db-restore`."
        ),
        Exchange(
            prompt: "The Docker image is 1.8 GB. Make it smaller.",
            answer:
                "A build in two stages with a slim base and no dev dependencies brings it to 210 MB. .dockerignore leaves out node_modules and .git."
        ),
        Exchange(
            prompt: "Why does TypeScript say that the property may be undefined after I checked it?",
            answer:
                "Narrowing does not survive into the callback, since the variable could change meanwhile. Assign it to a const before the closure."
        ),
        Exchange(
            prompt: "Where are feature flags defined and who can switch them?",
            answer:
                "In config/flags.yaml; the admin page writes overrides to the table flag_override, and only members of the group release may switch them."
        ),
        Exchange(
            prompt: "restore the database from last night's backup",
            answer:
                "List the snapshots with `wal-g backup-list`, fetch the newest before the accident, set recovery_target_time, and start Postgres with recovery.signal."
        ),
        Exchange(
            prompt: "Add dark mode",
            answer:
                "Colours are CSS variables now; prefers-color-scheme picks the set and a switch in the settings overrides it."
        ),
        Exchange(
            prompt: "Our search is slow for short words",
            answer:
                "Trigrams cannot serve two letters. I added a prefix index for words of up to three letters, which brings p95 from 900 to 35 ms."
        ),
        // Near what is asked for, and not it.
        Exchange(prompt: "rotate the log files", answer: "logrotate keeps seven of them and compresses the rest."),
        Exchange(prompt: "run the linter", answer: "No problems found."),
        Exchange(prompt: "Show the price with two decimals", answer: "Prices are formatted by Intl.NumberFormat now."),
        Exchange(
            prompt: "rename the orders table",
            answer: "The table orders is called purchase now; a view keeps the old name."),
        Exchange(prompt: "add a test for the payment of zero", answer: "A payment of zero is refused, and tested."),
        Exchange(prompt: "the worker needs more logging", answer: "Each job logs its start, end and memory."),
        Exchange(prompt: "commit this", answer: "Committed as 9f31c2a."),
        Exchange(prompt: "translate the error messages", answer: "The messages of the login form are in German now."),
        Exchange(prompt: "upload a bigger image", answer: "The upload takes images of up to 10 MB."),
        Exchange(prompt: "back up the config", answer: "I copied config/ to backup/."),
        Exchange(prompt: "mail the user after a refund", answer: "A mail goes out when the refund is booked."),
        Exchange(prompt: "delete the feature branch", answer: "Deleted."),
    ]

    /// A question, and the exchange that answers it.
    static let questions: [(question: String, answer: Int)] = [
        ("how to rotate release signing keys", 0), ("integration tests hanging in CI", 1),
        ("umlauts missing in invoice pdfs", 2), ("staging deployment permission denied bucket", 3),
        ("what caches have to be invalidated for a changed price", 4), ("cursor pagination for orders", 5),
        ("running a single payment test", 6), ("nginx drops websockets", 7), ("worker leaks memory", 8),
        ("how do I install the pre-commit hooks", 9), ("split name column with no downtime", 10),
        ("wrong day in date picker timezone", 11), ("rate limiting of logins", 12),
        ("adding another language / locale", 13), ("how are failed webhooks retried", 14),
        ("two refund requests at once", 15), ("anonymised copy of the production database", 17),
        ("reduce docker image size", 18), ("restoring a postgres backup", 21), ("who may switch feature flags", 20),
    ]
}
