package import Audit
import Foundation
package import Git
import Text

/// Finds the policy that a change is held against.
///
/// One that is named; else `.colophon/policy.toml` as the base of the change has it, so that no change can loosen what it
/// is judged by; else the user's own; else the built-in one.
package struct PolicySource {
    package struct Unreadable: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package static let path = ".colophon/policy.toml"

    package let policy: GatePolicy
    /// What the user should know of the choice.
    package let note: String?

    private static let largest = 1 << 20

    /// - Parameters:
    ///   - named: a file that the user names.
    ///   - base: the whole hash of the commit that the change begins at.
    ///   - own: the user's own policy, which need not be there.
    /// - Throws: `Unreadable`, `AuditRuleError`, `GitError`.
    package init(named: String?, base: String, in checkout: Checkout, own: String?) throws {
        if let named {
            guard let bytes = Self.bytes(named) else {
                throw Unreadable(
                    description: "There is no policy at '\(Visible.text(named))': name a file of at most 1 MB.")
            }
            policy = try GatePolicy(parsing: bytes, file: named)
            note = nil
            return
        }
        let objects = GitObjects(of: checkout)
        let committed = try SourceFile.text(of: FilePlace(commit: base, path: Self.path), in: objects)
        let here = Self.bytes(checkout.root + "/" + Self.path).map { String(decoding: $0, as: UTF8.self) }
        if let here, here != committed {
            note =
                "The change brings a policy of its own (\(Self.path)), which counts once it is merged; "
                + "--policy tries it now."
        } else {
            note = nil
        }
        if let committed {
            policy = try GatePolicy(parsing: Array(committed.utf8), file: Self.path)
        } else if let own, let bytes = Self.bytes(own) {
            policy = try GatePolicy(parsing: bytes, file: own)
        } else {
            policy = GatePolicy()
        }
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: real)
        guard attributes?[.type] as? FileAttributeType == .typeRegular, (attributes?[.size] as? Int ?? .max) <= largest
        else { return nil }
        return FileManager.default.contents(atPath: real).map { Array($0) }
    }
}
