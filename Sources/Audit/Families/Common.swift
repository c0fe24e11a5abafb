extension RuleFamily {
    static let common = RuleFamily(
        name: "common.toml",
        languages: [
            "c", "cpp", "csharp", "go", "java", "javascript", "kotlin", "php", "python", "ruby", "rust",
            "swift", "typescript", "shell", "dockerfile", "yaml", "sql",
        ],
        text: #"""
            # What holds in every language.

            [[rule]]
            id = "secret.provider-key"
            title = "A key of a provider stands in the code"
            cwe = 798
            severity = "critical"
            confidence = "high"
            check = "secret-shape"
            message = "Whoever reads the code, now or in its history, has this key."
            remedy = "Revoke it, and take the new one from the environment or a store of secrets."

            [[rule]]
            id = "secret.hard-coded"
            title = "A password or key stands in the code"
            cwe = 798
            severity = "high"
            confidence = "medium"
            check = "secret-name"
            message = "Whoever reads the code, now or in its history, has it."
            remedy = "Take it from the environment or a store of secrets."

            [[rule]]
            id = "import.unknown-package"
            title = "A package that nobody here has"
            cwe = 1357
            severity = "high"
            confidence = "medium"
            languages = ["python", "javascript", "typescript", "go", "rust", "ruby", "php"]
            check = "unknown-import"
            message = "Neither the lock file nor the standard library knows it: if the name is made up, whoever registers it runs code here."
            remedy = "See whether there is such a package and whose it is; then add it to the lock file, or name the one that is meant."

            [[rule]]
            id = "flow.recursion-without-end"
            title = "A function calls itself whatever it is given"
            cwe = 674
            owasp = ["A04:2021", "A06:2025", "A10:2025"]
            severity = "medium"
            confidence = "medium"
            check = "recursion-without-end"
            message = "It goes deeper until the stack is used up."
            remedy = "Ask before the call whether it is needed, and go one step towards the end with each."

            [[rule]]
            id = "flow.endless-loop"
            title = "A loop without an end"
            cwe = 835
            owasp = ["A04:2021", "A06:2025", "A10:2025"]
            severity = "medium"
            confidence = "medium"
            check = "endless-loop"
            message = "Once begun it goes on for ever."
            remedy = "Leave it by a condition that what is done in it brings about."

            [[rule]]
            id = "regex.exponential"
            title = "A regular expression that can take years"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            check = "slow-regex"
            message = "What is repeated holds what is repeated, so a text that nearly fits is tried in very many ways."
            remedy = "Write it so that each character can be taken in one way only, or bound the length of the text."

            [[rule]]
            id = "flow.recursion-of-input"
            title = "A function goes as deep as what comes from outside"
            cwe = 674
            owasp = ["A04:2021", "A06:2025", "A10:2025"]
            severity = "medium"
            confidence = "medium"
            check = "recursion-of-input"
            message = "Whoever sends what is nested deeply enough, or a number that is large enough, uses the stack up."
            remedy = "Hand the depth on and refuse what is deeper than it may be, or keep a list of what is still to do."

            [[rule]]
            id = "auth.placeholder"
            title = "A check of identity or rights checks nothing"
            cwe = 287
            severity = "high"
            confidence = "medium"
            check = "placeholder-check"
            message = "It says yes whatever it is given."
            remedy = "Write the check, or fail until it is written."

            [[rule]]
            id = "flow.division-by-input"
            title = "A number from outside divides another"
            cwe = 369
            severity = "low"
            confidence = "medium"
            languages = [
                "c", "cpp", "csharp", "go", "java", "kotlin", "php", "python", "ruby", "rust", "swift",
            ]
            kind = "divisor"
            check = "division-by-input"
            message = "Zero ends what runs here."
            remedy = "Ask first whether it is zero."

            [[rule]]
            id = "hygiene.suppression"
            title = "A scanner is told to be silent"
            cwe = 693
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            check = "suppression"
            message = "Who wrote the line also wrote that it need not be checked."
            remedy = "Have a person look at it, and name the rule and the reason."
            """#)
}
