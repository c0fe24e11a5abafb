extension Example {
    static let swift = read(
        "swift",
        ##"""
        swift.sql-built
        + let q = "SELECT a FROM b WHERE c = '\(name)'"
        - let q = "SELECT a FROM b WHERE c = ?"
        swift.command-shell
        + func f(n: String) { p.arguments = ["-c", "ls " + n] }
        - func f(n: String) { p.arguments = ["-l", n] }
        swift.command-chosen
        + func f(n: String) { p.launchPath = n }
        - func f() { p.launchPath = "/bin/ls" }
        swift.code-injection
        + func f(n: String) { view.evaluateJavaScript("go('\(n)')") }
        - func f() { view.evaluateJavaScript("go()") }
        swift.html-built
        + func f(n: String) { let h = "<p>\(n)</p>" }
        - func f(n: String) { let h = "hi \(n)" }
        swift.predicate-format
        + func f(n: String) { NSPredicate(format: "name == '\(n)'") }
        - func f(n: String) { NSPredicate(format: "name == %@", n) }
        swift.path-traversal
        + let t = String(contentsOfFile: readLine())
        - let t = String(contentsOfFile: "a")
        swift.weak-hash
        + let h = Insecure.MD5.hash(data: d)
        - let h = SHA256.hash(data: d)
        swift.weak-cipher
        + CCCrypt(a, kCCAlgorithmDES, o)
        - CCCrypt(a, kCCAlgorithmAES, o)
        swift.weak-random
        + let x = drand48()
        - let x = Int.random(in: 1...6)
        swift.tls-not-verified
        + func f() { completionHandler(.useCredential, URLCredential(trust: t)) }
        - func f() { SecTrustEvaluateWithError(t, nil); completionHandler(.useCredential, URLCredential(trust: t)) }
        swift.keychain-always
        + q[a] = kSecAttrAccessibleAlways
        - q[a] = kSecAttrAccessibleWhenUnlocked
        swift.defaults-secret
        + UserDefaults.standard.set(t, forKey: "token")
        - UserDefaults.standard.set(t, forKey: "colour")
        swift.archive-insecure
        + NSKeyedUnarchiver.unarchiveObject(with: d)
        - NSKeyedUnarchiver.unarchivedObject(ofClass: A.self, from: d)
        swift.unsafe-pointer
        + let a = unsafeBitCast(b, to: C.self)
        - let a = b as? C
        """##)
}
