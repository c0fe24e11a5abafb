import Text

/// What SonarQube answers beside issues.
package enum SonarAnswer {
    /// How many issues a search has, by a page of it; `nil` where it is no page.
    package static func total(_ page: [UInt8]) -> Int? {
        read(page) { value in
            guard value["issues"].kind == .array else { return nil }
            return (value["paging"]["total"].int ?? value["total"].int).map { Int(clamping: max(0, $0)) }
        }
    }

    /// The weaknesses that a rule is about, by the answer of `/api/rules/show`.
    package static func weaknesses(ofRule answer: [UInt8]) -> [Int] {
        read(answer) { value in
            let rule = value["rule"]
            var seen: Set<Int> = []
            let all = rule["securityStandards"].weaknesses() + rule["sysTags"].weaknesses() + rule["tags"].weaknesses()
            if !all.isEmpty { return all.filter { seen.insert($0).inserted } }
            // Its description ends in links: "CWE - CWE-89 - …".
            return Weaknesses.numbers(in: rule["htmlDesc"].words(60_000) ?? "")
        } ?? []
    }

    /// What is wrong, in the server's own words.
    package static func complaint(_ answer: [UInt8]) -> String? {
        read(answer) { $0["errors"][0]["msg"].words(200) }
    }

    private static func read<Told>(_ bytes: [UInt8], _ body: (JSONValue) -> Told?) -> Told? {
        bytes.withUnsafeBytes { bytes in (try? JSONTape().parse(bytes)).flatMap(body) }
    }
}
