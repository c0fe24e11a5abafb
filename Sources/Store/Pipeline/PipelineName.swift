/// What a repository is called where hosts speak of it.
package enum PipelineName {
    /// `owner/name` of `github.com/owner/name`; one without a remote keeps its identity.
    package static func of(identity: String) -> String {
        if identity.hasPrefix("root:") || identity.hasPrefix("path:") { return identity }
        guard let slash = identity.firstIndex(of: "/") else { return identity }
        let rest = identity[identity.index(after: slash)...]
        return rest.isEmpty ? identity : String(rest)
    }
}
