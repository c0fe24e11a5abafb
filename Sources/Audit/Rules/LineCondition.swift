/// What a line of a text must have, for languages that are looked at line by line.
struct LineCondition: Sendable {
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// Each of these, its case aside.
    var all: [String] = []
    var any: [String] = []
    var none: [String] = []
    /// The whole text has none of these.
    var unlessText: [String] = []
    var textHas: [String] = []

    /// No line without one of these is meant.
    var signs: [String] {
        all.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) }.map { [$0] } ?? any
    }

    func holds(of line: Text) -> Bool {
        all.allSatisfy { ASCII.has($0, in: line) } && (any.isEmpty || any.contains { ASCII.has($0, in: line) })
            && !none.contains { ASCII.has($0, in: line) }
    }

    func holds(ofText text: Text) -> Bool {
        unlessText.allSatisfy { !ASCII.has($0, in: text) }
            && (textHas.isEmpty || textHas.contains { ASCII.has($0, in: text) })
    }
}
