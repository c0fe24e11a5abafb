package import Store

/// Lines of a file that one edit wrote.
package struct LineClaim: Equatable, Sendable {
    /// From 1 in the commit's tree, both ends within.
    package var lines: ClosedRange<Int>
    package var origin: EditOrigin

    package init(lines: ClosedRange<Int>, origin: EditOrigin) {
        self.lines = lines
        self.origin = origin
    }
}
