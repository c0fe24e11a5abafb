import Store
import Text

/// What is wrong with a filter that is being typed, in columns of the screen.
package struct FilterProblem: Equatable, Sendable {
    /// Where the bad word stands; at least one column.
    let columns: Range<Int>
    let message: String

    /// `nil` where the filter is in order. The moment that ages count from does not matter for that.
    static func find(in text: String) -> FilterProblem? {
        do {
            _ = try Filter(text, now: 0)
            return nil
        } catch {
            let start = width(of: text, upTo: error.range.lowerBound)
            let end = width(of: text, upTo: error.range.upperBound)
            return FilterProblem(
                columns: start..<max(end, start + 1), message: Visible.text(error.message))
        }
    }

    private static func width(of text: String, upTo offset: Int) -> Int {
        String(decoding: text.utf8.prefix(max(offset, 0)), as: UTF8.self).displayWidth
    }
}
