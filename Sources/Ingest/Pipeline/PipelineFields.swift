import Store
import Text

/// The members of a row, asked for by name and kind.
struct PipelineFields {
    let object: JSONValue
    private let reader: PipelineReader

    init(_ object: JSONValue, _ reader: PipelineReader) {
        self.object = object
        self.reader = reader
    }

    subscript(_ name: StaticString) -> JSONValue { object[name] }

    func text(_ names: StaticString...) -> String? {
        for name in names {
            if let text = object[name].string, !text.isEmpty { return String(text.prefix(2000)) }
        }
        return nil
    }

    func count(_ names: StaticString...) -> Int64? {
        for name in names {
            if let number = object[name].int, number >= 0 { return number }
        }
        return nil
    }

    /// A time; what stands for none (`null`, an empty text, the year 1) is `nil`.
    func time(_ names: StaticString...) throws(BadPipelineRow) -> Int64? {
        for name in names {
            let value = object[name]
            guard value.exists, value.string != "" else { continue }
            if let time = try Self.time(value, "\(name)") { return time }
        }
        return nil
    }

    static func time(_ value: JSONValue, _ name: String) throws(BadPipelineRow) -> Int64? {
        if let number = value.int { return PipelineTime.of(number: number) }
        guard let text = value.string else { throw BadPipelineRow("'\(name)' is no time: \(shown(value.source)).") }
        return try PipelineTime.of(text: text, name)
    }

    static func shown(_ text: String) -> String {
        let text = Visible.text(text)
        return "it says '\(text.count > 40 ? text.prefix(40) + "…" : text[...])'"
    }

    /// The repository of a row: by its page, else the one that the user named or stands in.
    func repository(of url: String?) throws(BadPipelineRow) -> String {
        if let url, let name = Self.repository(inURL: url) { return name.name }
        if let repository = reader.repository { return repository }
        throw BadPipelineRow("It does not say of which repository it is: name it with --repository owner/name.")
    }

    /// `github.com/owner/name`.
    func identity(of url: String?) -> String? {
        if let url, let found = Self.repository(inURL: url) { return "\(found.host)/\(found.name)" }
        if let host = reader.host, let repository = reader.repository { return "\(host)/\(repository)" }
        return nil
    }

    /// `https://github.com/owner/name/pull/7`, `https://gitlab.com/group/sub/name/-/merge_requests/7`,
    /// `https://api.github.com/repos/owner/name/…`.
    static func repository(inURL url: String) -> (host: String, name: String)? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        var parts = url[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
        guard parts.count >= 3 else { return nil }
        let host = parts.removeFirst().lowercased()
        if host.hasPrefix("api."), parts[0] == "repos", parts.count >= 3 {
            return (String(host.dropFirst(4)), parts[1...2].joined(separator: "/"))
        }
        // GitHub Enterprise Server.
        if parts.count >= 5, parts[0] == "api", parts[2] == "repos" {
            return (host, parts[3...4].joined(separator: "/"))
        }
        if let end = parts.firstIndex(of: "-"), end >= 2 { return (host, parts[..<end].joined(separator: "/")) }
        // GitLab's of old, which may lie in groups of groups.
        if let end = parts.lastIndex(of: "merge_requests"), end >= 2 {
            return (host, parts[..<end].joined(separator: "/"))
        }
        let pages: Set<String> = ["pull", "pulls", "merge_requests", "actions", "releases", "commit", "deployments"]
        guard parts.count >= 3, pages.contains(parts[2]) else { return nil }
        return (host, parts[..<2].joined(separator: "/"))
    }
}

/// Times as files of many makers have them.
enum PipelineTime {
    /// Seconds or milliseconds since 1970, told apart by their size; 0 is none.
    static func of(number: Int64) -> Int64? {
        guard number > 0, number < 253_402_300_800_000 else { return nil }
        return number < 100_000_000_000 ? number * 1000 : number
    }

    /// ISO 8601, or a number; the year 1, which Go writes for none, is `nil`.
    static func of(text: String, _ name: String) throws(BadPipelineRow) -> Int64? {
        if text.isEmpty || text.hasPrefix("0001-01-01") { return nil }
        if let time = Timestamp(iso: text) { return time.milliseconds >= 0 ? time.milliseconds : nil }
        if let number = Int64(text), let time = of(number: number) { return time }
        throw BadPipelineRow("'\(name)' is no time (2026-11-22T12:41:07Z); \(PipelineFields.shown(text)).")
    }
}
