/// Why a revision that the user named is none.
package enum RevisionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Neither a hash, branch nor tag of this repository.
    case unknown(String)
    /// `A...B`, an option, or nothing at all.
    case malformed(String)
    /// `A..B` where one commit is meant.
    case many(String)
    /// The whole hash of a commit that is not here, as in a shallow clone; with the command that brings it.
    case absent(String, fetch: String?)
    /// No commit, branch, tag, version or image; with the command that brings what the remote has.
    case unheard(String, fetch: String?)
    /// Several commits are called so; some of their names.
    case ambiguous(String, [String])
    /// An image without a tag.
    case untagged(String)

    package var description: String {
        switch self {
        case .unknown(let text):
            "There is no revision '\(text)' in this repository: name a commit, a branch, a tag, or a range A..B."
        case .malformed(let text):
            "'\(text)' is no revision: name a commit, a branch, a tag, or a range A..B."
        case .many(let text):
            "'\(text)' are several commits: name one."
        case .absent(let text, let fetch):
            "The commit \(text) is not in this repository"
                + (fetch.map { ": '\($0)' brings it." } ?? ", which has no remote to fetch it from.")
        case .unheard(let text, let fetch):
            "There is no commit, branch, tag or version '\(text)' in this repository"
                + (fetch.map { "; if it is a new one, '\($0)' brings it." } ?? ".")
        case .ambiguous(let text, let names):
            "'\(text)' may be any of these: \(names.joined(separator: ", ")). Name one of them."
        case .untagged(let text):
            "The image '\(text)' has no tag that could name a revision: name the commit, or the tag it was built from."
        }
    }
}
