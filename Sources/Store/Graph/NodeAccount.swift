/// What is known of a node beyond its line: facts, words, and where it is seen.
package struct NodeAccount: Equatable, Sendable {
    /// One thing that is known, by the name under which it is told.
    package struct Fact: Equatable, Sendable {
        package enum Value: Equatable, Sendable {
            case words(String)
            case number(Int64)
            /// Unix milliseconds.
            case moment(Int64)
            /// Milliseconds.
            case span(Int64)
            /// 0 info … 4 critical.
            case risk(Int)
        }

        package var name: String
        package var value: Value

        package init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    package var node: GraphNode
    /// What was not recorded is left out.
    package var facts: [Fact] = []
    /// What it says or holds, up to the length that was asked for; empty where that is nothing.
    package var text = ""
    package var isCut = false
    /// The path of the file that the text is a part of, and the line at which it begins there.
    package var path: String?
    package var firstLine: Int?
    /// Its own screen; `nil` for what has none.
    package var place: RecordPlace?
    package var finding: FindingRow?
    /// The uid of its session.
    package var session: String?

    package init(node: GraphNode) { self.node = node }
}
