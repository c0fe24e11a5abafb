/// How far one piece of context can be trusted, by where it came from: the one place that says so.
///
/// - The person's words and the agent's own instructions are `trusted`.
/// - Files of the repository and what its own tools printed are `local`.
/// - What came from the web, from tools of other programs (MCP), from files outside the repository, and what a command
///   fetched, is `untrusted`.
/// - A summary is as trusted as the least trusted of what it sums up.
/// - A generation is as trusted as the least trusted piece that it saw.
package enum TrustRule {
    /// A verdict with its reason, as the end of a sentence: `from the web (docs.stripe.com)`.
    package struct Verdict: Equatable, Sendable {
        package var trust: Trust
        package var reason: String

        package init(_ trust: Trust, _ reason: String) {
            self.trust = trust
            self.reason = reason
        }
    }

    /// - Parameters:
    ///   - tool: the tool that answered.
    ///   - path: as the store has it: from the top of the repository, absolute for what lies outside.
    ///   - source: where a tool's answer was fetched from, see `FetchSource`.
    ///   - directory: the folder in which the session worked.
    ///   - summed: the least trusted of what stood before, for a summary.
    package static func verdict(
        origin: Segment.Origin, tool: String?, path: String?, source: String?, directory: String?,
        summed: Trust = .trusted
    ) -> Verdict {
        switch origin {
        case .user: return Verdict(.trusted, "the person's own words")
        case .system: return Verdict(.trusted, "the agent's own instructions")
        case .summary: return Verdict(summed, "a summary of what was read before")
        case .file, .tool: break
        }
        if let source, !source.isEmpty { return Verdict(.untrusted, "fetched: \(source)") }
        if let tool {
            if isWeb(tool) { return Verdict(.untrusted, "from the web, by \(tool)") }
            if isForeign(tool) { return Verdict(.untrusted, "from another program's tool, \(tool)") }
        }
        if let path, isOutside(path, directory), origin == .file || !(tool.map(isWriting) ?? false) {
            return Verdict(.untrusted, "from outside the repository: \(path)")
        }
        if origin == .file { return Verdict(.local, "a file of the repository") }
        return Verdict(.local, tool.map { "output of \($0)" } ?? "a tool's output")
    }

    /// Paths within the repository are kept from its top; a home folder is outside of any.
    package static func isOutside(_ path: String, _ directory: String?) -> Bool {
        if path.hasPrefix("~") || path.hasPrefix("../") { return true }
        // `C:\` and `\\server`
        let isDrive = path.utf8.count > 2 && path.utf8.dropFirst().first == UInt8(ascii: ":")
        guard path.hasPrefix("/") || isDrive || path.hasPrefix("\\\\") else { return false }
        guard let directory, !directory.isEmpty, directory != "/" else { return true }
        let folder = directory.hasSuffix("/") ? directory : directory + "/"
        return !(path + "/").hasPrefix(folder) || path.contains("/../")
    }

    /// Tools that bring pages of the web, by the names that agents give them.
    package static func isWeb(_ tool: String) -> Bool {
        let name = plain(tool)
        return [
            "webfetch", "websearch", "fetch", "fetchurl", "urlfetch", "fetchwebpage", "googlewebsearch", "searchweb",
            "readurlcontent", "viewwebdocumentcontent", "viewcontentchunk", "openurl", "webbrowser", "browseraction",
            "fetchpullrequest", "searchgithub", "githubrepo", "openbrowserurl", "readbrowserpage", "openbrowser",
        ].contains(name) || name.hasPrefix("browser") || name.hasPrefix("websearch") || name.hasPrefix("webfetch")
    }

    /// Tools of other programs, as the Model Context Protocol lets agents call them: `mcp__server__tool`,
    /// `server__tool`, `mcp_server_tool`.
    package static func isForeign(_ tool: String) -> Bool {
        let name = tool.lowercased()
        return name.hasPrefix("mcp_") || name.hasPrefix("mcp-") || name.hasPrefix("mcp.") || name.contains("__")
            || name == "use_mcp_tool" || name == "access_mcp_resource" || name == "readmcpresource"
            || name == "readmcpresourcetool" || name == "usemcptool"
    }

    /// What such a tool answers is the agent's own word, whatever file it wrote.
    private static func isWriting(_ tool: String) -> Bool {
        let name = plain(tool)
        return ["write", "edit", "replace", "patch", "create", "insert", "delete"].contains { name.contains($0) }
    }

    private static func plain(_ tool: String) -> String {
        String(tool.unicodeScalars.filter { $0.properties.isAlphabetic }.map { Character($0) }).lowercased()
    }
}
