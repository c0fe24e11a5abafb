/// How far what went to a model can be trusted.
package enum Trust: Int, CaseIterable, Comparable, Sendable {
    /// Words of the person who asked, and of the agent's own instructions.
    case trusted
    /// Files of the repository, and what its own tools said.
    case local
    /// From the web, from another program's tools, from outside the repository, or fetched from somewhere.
    case untrusted

    package var word: String {
        switch self {
        case .trusted: "trusted"
        case .local: "local"
        case .untrusted: "untrusted"
        }
    }

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
