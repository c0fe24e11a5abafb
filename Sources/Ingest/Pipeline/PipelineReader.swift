import Store
import Text

/// Reads what hosts and alarm systems write of changes, runs, releases, deployments and incidents, and tables of them.
///
/// What it is shows by looking: the output of `gh pr list`, `gh run list` and `gh release list` with `--json`, the REST
/// shapes of GitHub and GitLab (pages one behind the other, or in an object), their answers in GraphQL, the histories of PagerDuty and
/// Alertmanager, JSON Lines, and CSV with a header. A row that cannot be read hinders no other.
///
///     let reading = try PipelineReader(repository: "acme/shop").read(bytes, name: "prs.json")
package struct PipelineReader {
    /// A larger file is not read.
    package static let largest = 512 << 20

    /// Whose rows these are where they do not say so themselves: `owner/name`.
    let repository: String?
    /// Its host, `github.com`, where that is known.
    let host: String?

    package init(repository: String? = nil, host: String? = nil) {
        self.repository = repository
        self.host = host
    }

    /// - Parameter name: what sentences call the file.
    package func read(_ bytes: UnsafeRawBufferPointer, name: String) throws(PipelineFileError) -> PipelineReading {
        guard bytes.count <= Self.largest else {
            throw PipelineFileError("'\(name)' is larger than \(Self.largest >> 20) MB: import it in parts.")
        }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
        guard let first = bytes.first(where: { $0 > 0x20 }) else {
            throw PipelineFileError("'\(name)' is empty: there is nothing to import.")
        }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try readJSON(bytes, name: name) }
        return try CSVImport(reader: self).read(bytes, name: name)
    }

    package func read(_ text: String, name: String) throws(PipelineFileError) -> PipelineReading {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBytes { bytes in
            Result { () throws(PipelineFileError) in try read(bytes, name: name) }
        }.get()
    }

    private func readJSON(
        _ bytes: UnsafeRawBufferPointer, name: String
    ) throws(PipelineFileError) -> PipelineReading {
        var walk = PipelineWalk(reader: self, bytes: bytes)
        let tape = JSONTape()
        var start = 0
        while let next = bytes[start...].firstIndex(where: { $0 > 0x20 }) {
            start = next
            let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
            var end = bytes.count
            do throws(JSONError) {
                let value: JSONValue
                do throws(JSONError) { value = try tape.parse(rest) } catch {
                    // Pages, and lines of JSON Lines, are values one behind the other.
                    guard error.reason == .trailing, error.offset > 0 else { throw error }
                    end = start + error.offset
                    value = try tape.parse(UnsafeRawBufferPointer(rebasing: rest[..<error.offset]))
                }
                walk.take(value, at: start)
            } catch {
                guard !walk.reading.rows.isEmpty || !walk.reading.bad.isEmpty else {
                    throw PipelineFileError("'\(name)' cannot be read: \(error.description)")
                }
                walk.complain(at: start + error.offset, "\(error.description) What follows was left out.")
                break
            }
            start = end
        }
        return walk.reading
    }
}

/// Goes through the values of a file, each a row or a wrapper of rows.
struct PipelineWalk {
    let reader: PipelineReader
    let bytes: UnsafeRawBufferPointer
    var reading = PipelineReading()
    private var line = 1
    private var counted = 0

    init(reader: PipelineReader, bytes: UnsafeRawBufferPointer) {
        self.reader = reader
        self.bytes = bytes
    }

    /// Members that hold the rows of an answer.
    private static let wrappers: [StaticString] = [
        "workflow_runs", "incidents", "alerts", "items", "deployments", "releases", "pull_requests", "nodes", "data",
    ]

    mutating func take(_ value: JSONValue, at start: Int) {
        switch value.kind {
        case .array: for element in value.elements { take(element, at: start) }
        case .object:
            if PipelineShape(of: value) == nil {
                if value["event"]["data"].kind == .object { return take(value["event"]["data"], at: start) }
                for wrapper in Self.wrappers where value[wrapper].kind == .array {
                    return take(value[wrapper], at: start)
                }
                // Answers of GraphQL: `{"data": {"repository": {"pullRequests": {"nodes": […]}}}}`, or `edges` of a `node` each.
                if value["data"].kind == .object, takeGraph(value["data"], depth: 0, at: start) { return }
                if value["node"].kind == .object { return take(value["node"], at: start) }
            }
            row(value, at: start + (value.sourceOffset ?? 0))
        default: complain(at: start + (value.sourceOffset ?? 0), "It is no object: a row is one, or a list holds them.")
        }
    }

    private static let deepest = 6

    /// - Returns: whether there were lists of rows in it.
    private mutating func takeGraph(_ value: JSONValue, depth: Int, at start: Int) -> Bool {
        for list in ["nodes", "edges"] as [StaticString] where value[list].kind == .array {
            take(value[list], at: start)
            return true
        }
        guard depth < Self.deepest else { return false }
        var isFound = false
        for member in value.members where member.value.kind == .object {
            if takeGraph(member.value, depth: depth + 1, at: start) { isFound = true }
        }
        return isFound
    }

    private mutating func row(_ value: JSONValue, at offset: Int) {
        // GraphQL's answer to what it does not take: `{"data": null, "errors": [{"message": …}]}`.
        let error = value["errors"].elements.first { _ in true }
        if let words = error?["message"].string, value["data"].kind != .missing {
            return complain(at: offset, "The host answered with an error: \(Visible.text(String(words.prefix(200))))")
        }
        guard let shape = PipelineShape(of: value) else {
            return complain(
                at: offset,
                "It is none of the shapes known here (a pull or merge request, run, release, deployment, incident, alert or metric): its members are \(Self.members(value))."
            )
        }
        if !reading.shapes.contains(shape.rawValue) { reading.shapes.append(shape.rawValue) }
        do {
            if let row = try shape.row(PipelineFields(value, reader)) { reading.rows.append(row) }
        } catch let bad as BadPipelineRow {
            complain(at: offset, bad.reason)
        } catch {}
    }

    mutating func complain(at offset: Int, _ reason: String) {
        if offset >= counted {
            line += bytes[counted..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") }
            counted = min(offset, bytes.count)
        }
        reading.bad.append(.init(line: line, reason: reason))
    }

    private static func members(_ value: JSONValue) -> String {
        let names = value.members.prefix(6).map { Visible.text(String($0.key.prefix(30))) }
        return names.isEmpty ? "none" : names.joined(separator: ", ")
    }
}
