import Provenance
import Redaction
package import Store

/// Other stores into one, and a part of one into a store of its own: nothing goes over without the redactor.
package struct Merging {
    private let store: Store
    private let redactor: Redactor

    package init(store: Store) {
        self.store = store
        redactor = Redactor()
    }

    /// - Returns: what is new.
    package func take(_ path: String, report: @escaping (Int) -> Void = { _ in }) throws -> Tally {
        let added = try store.merge(
            path, redact: clean, settle: { try Intake(store: store, redactor: redactor).settle() }, report: report)
        try Intake(store: store, redactor: redactor).join(added)
        return added
    }

    /// Writes the turns that a filter finds into a new store.
    ///
    /// - Parameter turns: by row; only these are looked at.
    package func bundle(
        _ filter: Filter, among turns: [Int64]? = nil, keepingTexts: Bool, to path: String
    ) throws -> Tally {
        try Intake(store: store, redactor: redactor).settle()
        return try store.bundle(filter, among: turns, keepingTexts: keepingTexts, to: path, redact: clean) {
            try Intake(store: $0, redactor: redactor).settle()
        }
    }

    private func clean(_ text: String) -> Body? {
        let plain = text.withoutNUL
        guard let redacted = redactor.redact(plain) else {
            return plain.utf8.count == text.utf8.count ? nil : Body(plain)
        }
        var body = Body(redacted.text)
        body.redactions = redacted.redactions.count
        return body
    }
}
