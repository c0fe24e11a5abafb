extension Checkout {
    /// Who commits here by the configuration, of the repository before the user's own: `user.name`; `nil` where neither
    /// says it.
    package var userName: String? {
        let own = SmallFile.read(commonDirectory + "/config", limit: 4 << 20).map { [GitConfiguration($0)] } ?? []
        return Self.userName(in: GitConfiguration.ofUser + own)
    }

    /// Who commits by the user's own configuration alone.
    package static var userName: String? { userName(in: GitConfiguration.ofUser) }

    /// The last one that says it stands over the others.
    private static func userName(in configurations: [GitConfiguration]) -> String? {
        let names = configurations.flatMap(\.entries).filter {
            $0.section == "user" && $0.subsection == nil && $0.key == "name"
        }
        return names.last.flatMap { $0.value.isEmpty ? nil : $0.value }
    }
}
