extension RuleFamily {
    static let swiftAll = RuleFamily(
        name: "swift-all.toml", languages: ["swift"],
        text: #"""
            # Swift.
            languages = ["swift"]

            carries = [
                "String", "*.trimmingCharacters", "*.lowercased", "*.uppercased", "*.replacingOccurrences",
                "*.components", "*.split", "*.joined", "*.description", "*.removingPercentEncoding", "URL", "Data",
                "*.data", "*.first", "*.map",
            ]
            builds = [
                "String.init_", "*.appending", "*.appendingPathComponent", "NSString", "*.joined", "*.append",
                "String",
            ]

            [[source]]
            what = "the command line"
            use = ["CommandLine.arguments", "ProcessInfo.processInfo.arguments"]
            clears = ["path", "log"]

            [[source]]
            what = "what is typed in"
            call = ["readLine"]

            [[source]]
            what = "what the request brings"
            use = [
                "req.query", "req.parameters", "req.content", "req.headers", "req.body", "request.query",
                "request.parameters", "url.query", "components.queryItems",
            ]
            call = ["req.parameters.get", "req.content.get", "req.query.get"]

            [[sanitizer]]
            call = [
                "Int", "Double", "UUID", "Bool", "*.count", "*.hasPrefix", "*.contains", "*.isEmpty", "Float",
                "*.hashValue",
            ]

            [[sanitizer]]
            call = ["*.addingPercentEncoding"]
            clears = ["url", "html", "path"]

            [[guard]]
            call = ["*.hasPrefix", "*.hasSuffix"]
            clears = ["path", "url"]

            [[guard]]
            call = ["*.contains", "*.allSatisfy", "*.firstMatch", "*.wholeMatch", "*.range"]
            clears = ["all"]

            [[rule]]
            id = "swift.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Bind the values: sqlite3_bind_text, or arguments: in GRDB."

            [[rule]]
            id = "swift.command-shell"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            set = ["*.arguments"]
            where = [{ value = "dynamic", has = ["\"-c\""] }]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself with its arguments."

            [[rule]]
            id = "swift.command-chosen"
            title = "Input chooses the program that is run"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "none"
            set = ["*.executableURL", "*.launchPath"]
            where = [{ value = "tainted" }]
            message = "Whoever calls this chooses the program."
            remedy = "Fix the program."

            [[rule]]
            id = "swift.code-injection"
            title = "A script is put together from text"
            cwe = 95
            severity = "high"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            call = ["*.evaluateJavaScript", "*.evaluateScript", "NSAppleScript", "*.stringByEvaluatingJavaScript"]
            where = [{ arg = "any", value = "built" }]
            message = "What is put in is run."
            remedy = "Give values as arguments: callAsyncJavaScript(_:arguments:)."

            [[rule]]
            id = "swift.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape < > & and quotes first."

            [[rule]]
            id = "swift.predicate-format"
            title = "A predicate is put together from text"
            cwe = 943
            owasp = ["A03:2021", "A05:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "sql"
            unknown = "medium"
            call = ["NSPredicate", "NSExpression"]
            where = [{ arg = "any", name = ["format"], value = "built" }]
            message = "Quotes in what is put in change what is found."
            remedy = "Use %@ and give the values as arguments."

            [[rule]]
            id = "swift.path-traversal"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "medium"
            kind = "path"
            unknown = "none"
            parameter = "none"
            call = [
                "FileManager.default.contents", "FileManager.default.removeItem", "*.appendingPathComponent",
                "*.appending", "FileHandle", "String",
            ]
            where = [
                { arg = "any", name = ["atPath", "path", "contentsOfFile", "forReadingAtPath"], value = "outside" },
            ]
            message = "`..` in it leads out of the folder."
            remedy = "Standardize it and check that it begins with the folder."

            [[rule]]
            id = "swift.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "Insecure.MD5.hash", "Insecure.SHA1.hash", "CC_MD5", "CC_SHA1", "Insecure.MD5", "Insecure.SHA1",
                "CC_MD4", "CC_MD5_Init", "CC_SHA1_Init",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA256."

            [[rule]]
            id = "swift.weak-cipher"
            title = "A cipher or mode that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            use = [
                "kCCAlgorithmDES", "kCCAlgorithm3DES", "kCCAlgorithmRC4", "kCCAlgorithmRC2", "kCCOptionECBMode",
                "kCCAlgorithmBlowfish", "kCCAlgorithmCAST",
            ]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use AES.GCM of CryptoKit."

            [[rule]]
            id = "swift.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "low"
            confidence = "medium"
            call = ["rand", "random", "drand48", "srand48", "arc4random_", "srand"]
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Use SystemRandomNumberGenerator or SecRandomCopyBytes."

            [[rule]]
            id = "swift.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "medium"
            call = ["completionHandler", "challenge.sender.use"]
            where = [{ arg = "any", has = ["URLCredential(trust:"] }]
            unless-near = ["SecTrustEvaluateWithError", "SecTrustEvaluate", "SecTrustEvaluateAsyncWithError"]
            message = "The certificate is taken without a look."
            remedy = "Call SecTrustEvaluateWithError() first, or leave it to the system."

            [[rule]]
            id = "swift.keychain-always"
            title = "A secret can be read while the device is locked"
            cwe = 522
            severity = "medium"
            confidence = "high"
            use = ["kSecAttrAccessibleAlways", "kSecAttrAccessibleAlwaysThisDeviceOnly"]
            message = "It is not encrypted by the code of the device."
            remedy = "Use kSecAttrAccessibleWhenUnlockedThisDeviceOnly."

            [[rule]]
            id = "swift.defaults-secret"
            title = "A secret is kept in the settings"
            cwe = 312
            severity = "medium"
            confidence = "medium"
            call = ["UserDefaults.standard.set", "UserDefaults.standard.setValue"]
            where = [{ arg = "any", name = ["forKey"], has = ["password", "token", "secret", "apikey"] }]
            message = "The file of settings is not encrypted."
            remedy = "Use the keychain."

            [[rule]]
            id = "swift.archive-insecure"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "medium"
            confidence = "medium"
            call = [
                "NSKeyedUnarchiver.unarchiveObject", "NSKeyedUnarchiver.unarchiveTopLevelObjectWithData",
                "NSUnarchiver.unarchiveObject",
            ]
            message = "It makes objects of any class."
            remedy = "Use unarchivedObject(ofClass:from:)."

            [[rule]]
            id = "swift.unsafe-pointer"
            title = "Memory is handled without the compiler's checks"
            cwe = 119
            owasp = ["A04:2021", "A06:2025"]
            severity = "low"
            confidence = "low"
            call = [
                "unsafeBitCast", "strcpy", "strcat", "sprintf", "gets", "*.unsafelyUnwrapped",
                "*.assumingMemoryBound",
            ]
            message = "A wrong length or type reads or writes what is not meant."
            remedy = "Use what checks."
            """#)
}
