import Engines
package import Scanners

/// Reads the open issues of a project from a SonarQube that the user named.
package struct SonarServer {
    /// Why it gives none, as one sentence.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let address: String
    private let project: String
    private let token: String?
    private let client: HTTPClient

    private static let pageSize = 500
    /// "Can only return the first 10000 results."
    private static let mostIssues = 10_000
    /// Of more rules the weaknesses are not asked for.
    private static let mostRules = 300

    /// - Parameters:
    ///   - address: of the server: `https://sonar.example.com`.
    ///   - token: of a user; it is sent to that address alone.
    package init(at address: String, project: String, token: String?, allowsPublic: Bool) throws {
        guard address.hasPrefix("http://") || address.hasPrefix("https://"), !address.contains("?"),
            !address.contains("#")
        else {
            throw Failure(description: "'\(address)' is no address of a server: write it as https://sonar.example.com.")
        }
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.project = project
        self.token = token.flatMap { $0.isEmpty ? nil : $0 }
        client = HTTPClient(allowsPublic: allowsPublic)
    }

    package func report() throws -> ScannerReport {
        var pages: [UInt8] = []
        var page = 1
        var total = 0
        repeat {
            let answer = try ask(
                "/api/issues/search?componentKeys=\(Self.escaped(project))&resolved=false&additionalFields=rules"
                    + "&ps=\(Self.pageSize)&p=\(page)")
            guard let count = SonarAnswer.total(answer) else {
                throw Failure(
                    description: "'\(address)' answers, but not as SonarQube does: name the server's own address.")
            }
            total = count
            pages += answer + [0x0A]
            page += 1
        } while (page - 1) * Self.pageSize < min(total, Self.mostIssues)
        guard var report = try pages.withUnsafeBytes({ try ScannerReader.read($0, name: address) }).first else {
            throw Failure(description: "'\(address)' has no issues of '\(project)'.")
        }
        // It was asked for all that is open.
        report.isOfAllRules = true
        try addWeaknesses(to: &report)
        return report
    }

    /// Issues do not say which weakness they are: their rules do.
    private func addWeaknesses(to report: inout ScannerReport) throws {
        var known: [String: [Int]] = [:]
        for result in report.results where result.cwes.isEmpty && known[result.rule] == nil {
            guard known.count < Self.mostRules else { break }
            let answer = try? client.get(address + "/api/rules/show?key=\(Self.escaped(result.rule))", user: token)
            known[result.rule] = answer.map { $0.status == 200 ? SonarAnswer.weaknesses(ofRule: $0.body) : [] } ?? []
        }
        for index in report.results.indices where report.results[index].cwes.isEmpty {
            report.results[index].cwes = known[report.results[index].rule] ?? []
        }
    }

    private func ask(_ path: String) throws -> [UInt8] {
        let answer = try client.get(address + path, user: token)
        switch answer.status {
        case 200: return answer.body
        case 401, 403:
            throw Failure(
                description: token == nil
                    ? "'\(address)' wants a token: put one of yours into COLOPHON_SONAR_TOKEN."
                    : "'\(address)' does not take the token for '\(project)': see COLOPHON_SONAR_TOKEN or SONAR_TOKEN.")
        case 404: throw Failure(description: "'\(address)' knows no project '\(project)': see --project.")
        case 300..<400:
            throw Failure(
                description: "'\(address)' sends elsewhere, which is not followed: name the address it sends to.")
        default:
            let words = SonarAnswer.complaint(answer.body).map { ": \($0)" } ?? ""
            throw Failure(description: "'\(address)' answers with status \(answer.status)\(words): see its log.")
        }
    }

    /// All but unreserved characters (RFC 3986).
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), 0x2D, 0x2E, 0x5F, 0x7E:
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return escaped
    }
}
