/// One value of a TOML file.
package indirect enum TOMLValue: Equatable, Sendable {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    /// A date, a time or both, as it was written.
    case moment(String)
    case array([TOMLValue])
    case table(TOMLTable)

    /// What it is called in a sentence: `a text`.
    package var kind: String {
        switch self {
        case .string: "a text"
        case .integer, .float: "a number"
        case .boolean: "true or false"
        case .moment: "a date"
        case .array: "a list"
        case .table: "a table"
        }
    }
}

/// A table of a TOML file: its keys in the order in which they were written, each with its line.
package struct TOMLTable: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let key: String
        /// From 1.
        package let line: Int
        /// From 1, in characters.
        package let column: Int
        package internal(set) var value: TOMLValue
        var isListOfTables = false
    }

    /// By what a table came to be decides who may add to it.
    enum Origin { case implied, header, dotted, inline }

    package private(set) var entries: [Entry] = []
    /// Of large tables; the keys of small ones are faster gone through.
    private var places: [String: Int] = [:]
    private static let small = 24
    var origin = Origin.inline

    package init() {}

    init(_ origin: Origin) { self.origin = origin }

    /// Reads a whole file.
    ///
    /// - Throws: `TOMLError` at the first place that is not TOML 1.0.
    package init(parsing bytes: [UInt8]) throws(TOMLError) {
        var parser = TOMLParser(bytes)
        self = try parser.parse()
    }

    package subscript(key: String) -> Entry? { place(of: key).map { entries[$0] } }

    /// In `entries`.
    package func place(of key: String) -> Int? {
        entries.count > Self.small ? places[key] : entries.firstIndex { $0.key == key }
    }

    mutating func append(_ entry: Entry) {
        entries.append(entry)
        if entries.count == Self.small + 1 {
            for (place, entry) in entries.enumerated() { places[entry.key] = place }
        } else if entries.count > Self.small {
            places[entry.key] = entries.count - 1
        }
    }

    /// Runs the body on the value at a place, which it alone holds meanwhile.
    mutating func change<Failure: Error>(
        _ place: Int, _ body: (inout Entry) throws(Failure) -> Void
    ) throws(Failure) {
        try body(&entries[place])
    }
}
