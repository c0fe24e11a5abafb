import Provenance

/// A line that an auditor objects to, as made-up code has it now and then.
struct Hazard: Sendable {
    let rule: Rule
    let message: Template
    /// By the ending of the file's name.
    private let lines: [String: Template]

    static func of(_ path: String, _ dice: inout Dice) -> Hazard? {
        let ending = path.lastIndex(of: ".").map { String(path[$0...]) } ?? ""
        let known = all.filter { $0.lines[ending] != nil }
        return known.isEmpty ? nil : dice.favour(known)
    }

    func line(in path: String, _ words: Words) -> [UInt8] {
        let ending = path.lastIndex(of: ".").map { String(path[$0...]) } ?? ""
        return lines[ending]?.lines[0].text(words) ?? []
    }

    private init(
        _ id: String, _ title: String, _ severity: Severity, cwe: String, owasp: String? = nil, remedy: String,
        message: String, lines: [String: String]
    ) {
        var rule = Rule(id: id, title: title, severity: severity)
        rule.cwe = cwe
        rule.owasp = owasp
        rule.remedy = remedy
        self.rule = rule
        self.message = Template(message)
        self.lines = lines.mapValues(Template.init)
    }

    /// The frequent ones first.
    static let all = [
        Hazard(
            "broad-except", "Every error is caught", .low, cwe: "CWE-396", remedy: "Catch what can be handled here.",
            message: "Whatever goes wrong while the $n is read is taken for a missing $f.",
            lines: [
                ".py": "    except Exception: return None  # no $f", ".ts": "  } catch { return undefined; } // no $f",
                ".go": "\tdefer func() { _ = recover() }() // no $f", ".swift": "        let $m = try? $n.$v()",
            ]),
        Hazard(
            "no-timeout", "A request may wait for ever", .low, cwe: "CWE-400", remedy: "Give the request a time limit.",
            message: "When the $n does not answer, its $m waits for ever.",
            lines: [
                ".py": #"    response = requests.get(f"{$n.url}/$m")"#, ".go": "\tclient := &http.Client{}",
                ".sh": "curl \"https://$n.example/$m\" > \"$n.json\"",
            ]),
        Hazard(
            "path-from-parameter", "A path comes from outside", .medium, cwe: "CWE-22", owasp: "A01:2025",
            remedy: "Look the file up by an id, or check that the resolved path lies below its folder.",
            message: "The path of the $n comes from a parameter unchecked.",
            lines: [
                ".py": #"    with open(os.path.join($N_DIR, request.args["$f"])) as $m:"#,
                ".ts": #"  const $m = await readFile(join($nDir, request.query.$f));"#,
                ".go": "\t$m, err := os.ReadFile(filepath.Join(dir, r.URL.Query().Get(\"$f\")))",
                ".swift": #"    let $m = try Data(contentsOf: folder.appending(path: request.$f))"#,
            ]),
        Hazard(
            "recursion-without-bound", "Nothing bounds the recursion", .medium, cwe: "CWE-674",
            remedy: "Pass the depth along and refuse at a limit.",
            message: "Where the $n contains itself it is walked until the stack ends.",
            lines: [
                ".py": "    return [walk(child) for child in $n.children]",
                ".ts": "  return $n.children.flatMap((child) => walk(child));",
                ".go": "\tfor _, child := range $n.Children { walk(child) }",
                ".swift": "    return $n.children.flatMap { walk($0) }",
            ]),
        Hazard(
            "sql-from-input", "A query is put together from input", .high, cwe: "CWE-89", owasp: "A05:2025",
            remedy: "Pass the value as a parameter of the statement.",
            message: "The text of the query is built from the $f in a request.",
            lines: [
                ".py": #"    rows = db.execute(f"select * from $n where $f = '{request.args['$f']}'")"#,
                ".ts": "  const rows = await db.query(`select * from $n where $f = '${request.query.$f}'`);",
                ".go": "\trows, err := db.Query(\"select * from $n where $f = '\" + r.FormValue(\"$f\") + \"'\")",
                ".swift": #"    let rows = try db.query("select * from $n where $f = '\(request.$f)'")"#,
            ]),
        Hazard(
            "tls-not-verified", "The other side is not verified", .high, cwe: "CWE-295", owasp: "A04:2025",
            remedy: "Verify the certificate; add your own authority to the trusted ones.",
            message: "Anyone between us and the $n can read and change its $f.",
            lines: [
                ".py": #"    response = requests.get($n.url, timeout=$k, verify=False)"#,
                ".ts": "  const agent = new https.Agent({ rejectUnauthorized: false });",
                ".go": "\ttransport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}",
                ".sh": "curl --insecure --max-time $k \"https://$n.example/$m\"",
            ]),
        Hazard(
            "command-from-input", "A command is put together from input", .critical, cwe: "CWE-78", owasp: "A05:2025",
            remedy: "Start the program with a list of arguments, without a shell.",
            message: "The $f of the $n becomes part of a shell command.",
            lines: [
                ".py": #"    subprocess.run(f"$v {$n.$f}", shell=True)"#,
                ".ts": "  execSync(`$v ${$n.$f}`);",
                ".go": "\tcmd := exec.Command(\"sh\", \"-c\", \"$v \"+$n.$F)",
            ]),
    ]
}
