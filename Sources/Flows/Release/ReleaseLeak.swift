package import Provenance

/// Something in an artifact that should not leave the house.
package struct ReleaseLeak: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case sourceMap = "source-map"
        case transcript
        case store
        case prompt
        case key
        case environment
        case repository
        case unlisted
        case link
    }

    package var kind: Kind
    package var severity: Severity
    /// Within the artifact.
    package var path: String
    /// From 1; `nil` where the whole file is meant.
    package var line: Int?
    /// One sentence. Never the value of a key.
    package var message: String
}
