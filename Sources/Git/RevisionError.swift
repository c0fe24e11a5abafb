/// Why a revision that the user named is none.
package enum RevisionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Neither a hash, branch nor tag of this repository.
    case unknown(String)
    /// `A...B`, an option, or nothing at all.
    case malformed(String)

    package var description: String {
        switch self {
        case .unknown(let text):
            "There is no revision '\(text)' in this repository: name a commit, a branch, a tag, or a range A..B."
        case .malformed(let text):
            "'\(text)' is no revision: name a commit, a branch, a tag, or a range A..B."
        }
    }
}
