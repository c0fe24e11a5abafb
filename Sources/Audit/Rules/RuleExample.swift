/// A piece of code that a user's rule must speak of, or must be silent about.
package struct RuleExample: Sendable {
    /// `nil` where the rule is of one language.
    package var language: String?
    package var code: String
    package var mustMatch: Bool
    /// In its file, from 1.
    package var line: Int
}
