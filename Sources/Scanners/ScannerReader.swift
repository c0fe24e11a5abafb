import Text

/// Reads what scanners write: SARIF 2.1.0, the JSON of Semgrep and Bandit, pages of SonarQube's issues.
///
/// Whatever the bytes are, it answers with reports or one sentence; memory grows with the bytes up to limits, and time is
/// linear.
///
///     let reports = try ScannerReader.read(bytes, name: "semgrep.sarif")
package struct ScannerReader {
    /// A larger file is not read.
    package static let largest = 512 << 20
    /// More results of one file are not kept.
    package static let mostResults = 500_000

    /// The reports of a file: one for each run of SARIF, one for all pages of SonarQube.
    ///
    /// - Parameter name: what sentences call the file.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, name: String
    ) throws(ScannerError) -> [ScannerReport] {
        if let plain = plain(bytes) { return try read(plain, name: name) }
        return try readPlain(bytes, name: name)
    }

    package static func read(_ text: String, name: String) throws(ScannerError) -> [ScannerReport] {
        try read(Array(text.utf8), name: name)
    }

    private static func read(_ bytes: [UInt8], name: String) throws(ScannerError) -> [ScannerReport] {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(ScannerError) in try readPlain(bytes, name: name) }
        }.get()
    }

    /// UTF-16 with its mark, as some shells write what they are told to put into a file.
    private static func plain(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard bytes.count >= 2, bytes.count <= largest else { return nil }
        let isLittle = bytes[0] == 0xFF && bytes[1] == 0xFE
        guard isLittle || bytes[0] == 0xFE && bytes[1] == 0xFF else { return nil }
        var units: [UInt16] = []
        for place in stride(from: 2, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func readPlain(
        _ bytes: UnsafeRawBufferPointer, name: String
    ) throws(ScannerError) -> [ScannerReport] {
        guard bytes.count <= largest else {
            throw ScannerError(
                "'\(name)' is larger than \(largest >> 20) MB: let the scanner write one file for each part of the code."
            )
        }
        var reader = ScannerReader(name: name)
        let tape = JSONTape()
        var start = 0
        // Pages that were put one behind the other are as many values.
        repeat {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
            var end = bytes.count
            let value: JSONValue
            do throws(JSONError) {
                value = try tape.parse(rest)
            } catch {
                guard error.reason == .trailing, error.offset > 0 else { throw reader.refused(error, at: start) }
                end = start + error.offset
                value = try reader.parse(UnsafeRawBufferPointer(rebasing: rest[..<error.offset]), by: tape, at: start)
            }
            try reader.take(value)
            start = end
        } while start < bytes.count
        return reader.reports
    }

    private let name: String
    private var reports: [ScannerReport] = []

    private init(name: String) { self.name = name }

    private func parse(
        _ bytes: UnsafeRawBufferPointer, by tape: JSONTape, at start: Int
    ) throws(ScannerError) -> JSONValue {
        do throws(JSONError) { return try tape.parse(bytes) } catch { throw refused(error, at: start) }
    }

    private func refused(_ error: JSONError, at start: Int) -> ScannerError {
        if error.reason == .empty {
            return ScannerError("'\(name)' is empty: the scanner wrote no report, so nothing is known of the code.")
        }
        var error = error
        error.offset += start
        return ScannerError(
            "'\(name)' is not read. \(error.description) Give the report as the scanner wrote it, as SARIF or JSON.")
    }

    // MARK: - Which format it is

    private mutating func take(_ value: JSONValue, isInside: Bool = false) throws(ScannerError) {
        if value.kind == .array, !isInside {
            if value[0]["RuleID"].exists, value[0]["StartLine"].exists {
                throw ScannerError(
                    "'\(name)' is Gitleaks' own JSON, which is not read: run it with '--report-format sarif'.")
            }
            var count = 0
            for element in value.elements {
                count += 1
                try take(element, isInside: true)
            }
            if count == 0 { throw unknown() }
            return
        }
        guard value.kind == .object else { throw unknown() }
        if value["runs"].kind == .array { return try takeSARIF(value) }
        if value["issues"].kind == .array || value["hotspots"].kind == .array { return try takeSonar(value) }
        if value["results"].kind == .array {
            if let report = SemgrepReport.read(value) { return add(report) }
            if let report = BanditReport.read(value) { return add(report) }
        }
        if value["Issues"].exists, value["Stats"].exists {
            throw ScannerError("'\(name)' is gosec's own JSON, which is not read: run it with '-fmt sarif'.")
        }
        throw unknown()
    }

    private func unknown() -> ScannerError {
        ScannerError(
            "'\(name)' is none of SARIF 2.1.0, Semgrep's and Bandit's JSON and SonarQube's issues: "
                + "let the scanner write SARIF, most can.")
    }

    private mutating func takeSARIF(_ value: JSONValue) throws(ScannerError) {
        let version = value["version"].string ?? ""
        guard version.hasPrefix("2.1.") else {
            throw ScannerError(
                version.isEmpty
                    ? "'\(name)' has runs but no version: SARIF names it, and 2.1.0 is read."
                    : "'\(name)' is SARIF \(version.prefix(20)), and only 2.1.0 is read: "
                        + "let the scanner write that, or convert it with 'sarif transform'.")
        }
        for run in value["runs"].elements { add(SARIFRun(run).report(run)) }
    }

    private mutating func takeSonar(_ value: JSONValue) throws(ScannerError) {
        if value["issues"][0]["primaryLocation"].exists {
            throw ScannerError(
                "'\(name)' is made for SonarQube to import and not what it answers: "
                    + "give the scanner's SARIF, or the answer of '/api/issues/search'.")
        }
        let page = SonarPage.read(value)
        // All pages of one search are one report.
        if let last = reports.indices.last, reports[last].format == .sonar {
            reports[last].results += page.results
            reports[last].covered += page.covered
            reports[last].isBroken = reports[last].isBroken || page.isBroken
            reports[last].announced = max(reports[last].announced ?? 0, page.announced ?? 0)
            for note in page.notes where !reports[last].notes.contains(note) { reports[last].notes.append(note) }
        } else {
            add(page)
        }
        limit()
    }

    private mutating func add(_ report: ScannerReport) {
        reports.append(report)
        limit()
    }

    private mutating func limit() {
        guard let last = reports.indices.last else { return }
        let others = reports.dropLast().reduce(0) { $0 + $1.results.count }
        let left = max(0, Self.mostResults - others)
        guard reports[last].results.count > left else { return }
        reports[last].notes.append(
            "Of \(reports[last].results.count) results \(left) were read: a file may have \(Self.mostResults).")
        reports[last].isBroken = true
        reports[last].results.removeSubrange(left...)
    }
}
