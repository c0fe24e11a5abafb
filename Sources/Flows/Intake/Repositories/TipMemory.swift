import Git
import Store

/// Where references stood when they were read last.
struct TipMemory {
    private let repository: String
    private var tips: [String: String] = [:]

    init(sources: [String: SourceProgress], repository: String, references: [GitReference]) {
        self.repository = repository
        let prefix = repository + "#"
        for source in sources.values where source.location.hasPrefix(prefix) {
            tips[String(source.location.dropFirst(prefix.count))] = source.state
        }
    }

    subscript(_ name: String) -> String? {
        get { tips[name] }
        set { tips[name] = newValue }
    }

    /// The tip of another reference of the same kind: what it holds too has been read already.
    func tip(besides name: String, where isAlike: (String) -> Bool) -> String? {
        tips.filter { $0.key != name && isAlike($0.key) }.min { $0.key < $1.key }?.value
    }

    func location(of name: String) -> String { "\(repository)#\(name)" }
}
