/// One part of a dotted key, and the line that it stands on.
struct TOMLKey {
    var name: String
    var line: Int
    var column: Int
}

extension TOMLTable {
    /// `[a.b]`, or `[[a.b]]` for a new table in a list: makes room for what follows.
    mutating func open(_ path: ArraySlice<TOMLKey>, isList: Bool) throws(TOMLError) {
        guard let key = path.first else { return }
        guard path.count > 1 else { return try openHere(key, isList: isList) }
        let place = self.place(of: key.name) ?? add(key, .table(TOMLTable(.implied)))
        try change(place) { entry throws(TOMLError) in
            try entry.withTable(key) { table throws(TOMLError) in
                try table.open(path.dropFirst(), isList: isList)
            }
        }
    }

    private mutating func openHere(_ key: TOMLKey, isList: Bool) throws(TOMLError) {
        guard let place = place(of: key.name) else {
            let table = TOMLValue.table(TOMLTable(.header))
            append(
                Entry(
                    key: key.name, line: key.line, column: key.column, value: isList ? .array([table]) : table,
                    isListOfTables: isList))
            return
        }
        try change(place) { entry throws(TOMLError) in
            switch entry.value {
            case .table(var table) where !isList && table.origin == .implied:
                table.origin = .header
                entry.value = .table(table)
            case .array(var list) where isList && entry.isListOfTables:
                entry.value = .boolean(false)
                list.append(.table(TOMLTable(.header)))
                entry.value = .array(list)
            default:
                throw TOMLError(
                    line: key.line, column: key.column, "'\(key.name)' was begun before, in line \(entry.line)")
            }
        }
    }

    /// `c.d = value` under `[a.b]`.
    mutating func set(
        _ value: TOMLValue, at path: ArraySlice<TOMLKey>, under header: ArraySlice<TOMLKey>
    ) throws(TOMLError) {
        if let key = header.first, let place = place(of: key.name) {
            return try change(place) { entry throws(TOMLError) in
                try entry.withTable(key) { table throws(TOMLError) in
                    try table.set(value, at: path, under: header.dropFirst())
                }
            }
        }
        guard let key = path.first else { return }
        guard path.count > 1 else {
            if let before = self[key.name] {
                throw TOMLError(
                    line: key.line, column: key.column, "'\(key.name)' has a value already, in line \(before.line)")
            }
            _ = add(key, value)
            return
        }
        let place = self.place(of: key.name) ?? add(key, .table(TOMLTable(.dotted)))
        try change(place) { entry throws(TOMLError) in
            guard case .table(let table) = entry.value, table.origin == .dotted else {
                throw TOMLError(
                    line: key.line,
                    "'\(key.name)' has a value already, in line \(entry.line), and takes no keys below it")
            }
            try entry.withTable(key) { table throws(TOMLError) in
                try table.set(value, at: path.dropFirst(), under: [])
            }
        }
    }

    private mutating func add(_ key: TOMLKey, _ value: TOMLValue) -> Int {
        append(Entry(key: key.name, line: key.line, column: key.column, value: value))
        return entries.count - 1
    }
}

extension TOMLTable.Entry {
    /// Runs the body on the table that this is, or on the last one of the list of tables.
    fileprivate mutating func withTable(
        _ key: TOMLKey, _ body: (inout TOMLTable) throws(TOMLError) -> Void
    ) throws(TOMLError) {
        let value = self.value
        // So that what is taken out is held once, and grows in place.
        self.value = .boolean(false)
        switch value {
        case .table(var table) where table.origin != .inline:
            try body(&table)
            self.value = .table(table)
        case .array(var list) where isListOfTables:
            guard case .table(var table)? = list.popLast() else { return }
            try body(&table)
            list.append(.table(table))
            self.value = .array(list)
        default:
            throw TOMLError(
                line: key.line, "'\(key.name)' is \(value.kind) since line \(line), and takes no keys below it")
        }
    }
}
