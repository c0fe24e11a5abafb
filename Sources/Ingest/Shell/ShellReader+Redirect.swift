extension ShellReader {
    /// A here-document whose body begins after the next newline.
    struct HereDocument {
        var delimiter: [UInt8]
        var stripsTabs: Bool
        var isQuoted: Bool
        var body: Int
    }

    /// Reads an operator that begins with `<`, `>` or `&>`, and its target.
    mutating func readRedirect(_ descriptor: Int?, _ command: inout ShellCommand) {
        if (stands("<(") || stands(">(")) && descriptor == nil {
            command.words.append(readWord())
            return
        }
        if stands("<<<") {
            index += 3
            return add(.hereString, descriptor, &command)
        }
        if stands("<<") { return readHereDocumentStart(descriptor, &command) }
        if stands("<&") {
            index += 2
            _ = readTarget()
            return
        }
        if stands("<>") {
            index += 2
            return add(.write(isAppend: true), descriptor ?? 0, &command)
        }
        if stands("<") {
            index += 1
            return add(.read, descriptor, &command)
        }
        if stands("&>>") {
            index += 3
            return add(.writeBoth(isAppend: true), nil, &command)
        }
        if stands("&>") {
            index += 2
            return add(.writeBoth(isAppend: false), nil, &command)
        }
        if stands(">&") {
            index += 2
            // `>&2` and `>&-` copy and close descriptors.
            guard let target = readTarget(), target.text != "-", Int(target.text) == nil else { return }
            command.redirects.append(
                ShellRedirect(kind: .writeBoth(isAppend: false), descriptor: descriptor, target: target))
            return
        }
        if stands(">>") {
            index += 2
            return add(.write(isAppend: true), descriptor, &command)
        }
        index += stands(">|") ? 2 : 1
        add(.write(isAppend: false), descriptor, &command)
    }

    private mutating func add(_ kind: ShellRedirect.Kind, _ descriptor: Int?, _ command: inout ShellCommand) {
        guard let target = readTarget() else { return }
        command.redirects.append(ShellRedirect(kind: kind, descriptor: descriptor, target: target))
    }

    private mutating func readTarget() -> ShellWord? {
        while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { index += 1 }
        let start = index
        let word = readWord()
        return index > start ? word : nil
    }

    private mutating func readHereDocumentStart(_ descriptor: Int?, _ command: inout ShellCommand) {
        index += 2
        let stripsTabs = current == UInt8(ascii: "-")
        if stripsTabs { index += 1 }
        guard let delimiter = readTarget() else { return }
        pending.append(
            HereDocument(
                delimiter: Array(delimiter.text.utf8), stripsTabs: stripsTabs, isQuoted: delimiter.isQuoted,
                body: bodies.count))
        command.redirects.append(
            ShellRedirect(kind: .hereDocument(bodies.count), descriptor: descriptor, target: delimiter))
        bodies.append("")
    }

    /// Reads the bodies that were announced on the line just ended.
    mutating func readHereDocuments() {
        let documents = pending
        pending = []
        for document in documents { bodies[document.body] = readBody(of: document) }
    }

    private mutating func readBody(of document: HereDocument) -> String {
        var body: [UInt8] = []
        while index < bytes.count {
            var line = bytes[index..<(bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)]
            index = min(bytes.count, line.endIndex + 1)
            if document.stripsTabs { line = line.drop { $0 == UInt8(ascii: "\t") } }
            if line.elementsEqual(document.delimiter) { break }
            body += line
            body.append(UInt8(ascii: "\n"))
        }
        return String(decoding: document.isQuoted ? body : Self.unescaped(body), as: UTF8.self)
    }

    /// POSIX 2.7.4: in an unquoted here-document a backslash behaves as within double quotes, but `\"` stays.
    private static func unescaped(_ body: [UInt8]) -> [UInt8] {
        guard body.contains(UInt8(ascii: "\\")) else { return body }
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var index = 0
        while index < body.count {
            if body[index] == UInt8(ascii: "\\"), index + 1 < body.count, "$`\\\n".utf8.contains(body[index + 1]) {
                if body[index + 1] != UInt8(ascii: "\n") { result.append(body[index + 1]) }
                index += 2
            } else {
                result.append(body[index])
                index += 1
            }
        }
        return result
    }
}
