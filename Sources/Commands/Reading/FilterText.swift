import Store
import Text

/// A filter from the command line, its errors shown under the bad word.
enum FilterText {
    static func parse(_ text: String) throws -> Filter {
        do {
            return try Filter(text, now: Timestamp.now.milliseconds)
        } catch {
            throw CommandError("\(error.message)\n\(error.pointing(in: text))")
        }
    }
}
