import Testing

@testable import Audit

/// What a condition tells of the values that it asks, for the code behind it.
@Suite struct GuardTests {
    private func isTold(_ rule: String, _ code: String, _ language: String = "python") throws -> Bool {
        let found = try #require(Auditor(try RuleLibrary().rules(for: language)).audit(code))
        return found.contains { $0.rule == rule && $0.confidence > .low }
    }

    private static let asked = "def go():\n    target = request.args[\"next\"]\n"

    @Test(arguments: [
        "    if urlparse(target).netloc not in HOSTS:\n        return \"no\"\n",
        "    url = urlparse(target)\n    if not url or url.netloc not in HOSTS:\n        abort(400)\n",
        "    url = urlparse(target)\n    if url.hostname != \"example.com\":\n        raise ValueError(target)\n",
        "    host = urlparse(target).netloc\n    if host not in HOSTS:\n        return \"no\"\n",
        "    if urlparse(target).netloc != \"\":\n        target = \"/\"\n",
    ])
    func `Who asks for the host of an address knows where it leads`(guarding: String) throws {
        #expect(try !isTold("python.open-redirect", Self.asked + guarding + "    return redirect(target)\n"))
        #expect(
            try isTold(
                "python.command-injection",
                Self.asked + guarding.replacing("target = \"/\"", with: "pass")
                    + "    os.system(\"get \" + target)\n"), "the host says nothing of the rest")
    }

    @Test(arguments: [
        "", "    url = urlparse(target)\n    print(url.netloc)\n",
        "    url = urlparse(target)\n    if url.netloc not in HOSTS:\n        log(\"odd\")\n",
        "    url = urlparse(request.referrer)\n    if url.netloc not in HOSTS:\n        return \"no\"\n",
    ])
    func `Who does not ask, or goes on all the same, does not`(guarding: String) throws {
        #expect(try isTold("python.open-redirect", Self.asked + guarding + "    return redirect(target)\n"))
    }

    @Test func `Hosts are asked for in other languages, too`() throws {
        let script =
            "app.get('/', (req, res) => {\n  const u = new URL(req.query.to);\n  QUESTION\n  res.redirect(req.query.to);\n});\n"
        let own =
            "app.get('/', (req, res) => {\n  const to = req.query.to;\n  const u = new URL(to);\n  QUESTION\n  res.redirect(to);\n});\n"
        let no = "return res.status(400).send('no');"
        #expect(try isTold("script.open-redirect", script.replacing("QUESTION", with: ""), "javascript"))
        for question in ["if (u.hostname !== 'example.com') { \(no) }", "if (!HOSTS.includes(u.host)) \(no)"] {
            #expect(try !isTold("script.open-redirect", own.replacing("QUESTION", with: question), "javascript"))
        }
        let go =
            "func f(w http.ResponseWriter, r *http.Request) {\n\tto := r.FormValue(\"to\")\n\tu, err := url.Parse(to)\n"
        let end = "\thttp.Redirect(w, r, to, 302)\n}\n"
        let asks = "\tif err != nil || u.Host != \"example.com\" {\n\t\treturn\n\t}\n"
        #expect(try isTold("go.open-redirect", go + end, "go") && !isTold("go.open-redirect", go + asks + end, "go"))
    }

    @Test func `What is not on a list is replaced, or what is taken goes with a jump out of the loop`() throws {
        let rule = "python.command-injection"
        let mode = "mode = input()\nif mode not in MODES:\n    VALUE\nos.system(\"run \" + mode)\n"
        #expect(try !isTold(rule, mode.replacing("VALUE", with: "mode = \"fast\"")))
        #expect(try isTold(rule, mode.replacing("VALUE", with: "print(mode)")))
        let loop =
            "name = \"\"\nfor key in request.form:\n    if key in wanted(key):\n        name = key\n        break\nos.system(name)\n"
        #expect(try isTold(rule, loop), "what a loop found is there behind it")
    }
}
