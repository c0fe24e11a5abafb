extension Scan {
    /// A password as an argument: `mysql -u root -pSECRET`, `sshpass -p SECRET`, `curl -u user:SECRET`.
    mutating func visitArgument(_ window: Int) {
        let isUser = bytes[window + 2] == UInt8(ascii: "u")
        guard isUser || bytes[window + 2] == UInt8(ascii: "p"), bytes[window + 1] == UInt8(ascii: "-") else { return }
        var start = bytes.end(of: .blank, from: window + 3, atMost: 8)
        let isApart = start > window + 3
        guard bytes[start] != UInt8(ascii: "-") else { return }
        let quote = bytes[start]
        let isQuoted = quote.isOne(of: .quote)
        if isQuoted { start += 1 }
        var end = start
        while end < start + 256, end < bytes.count, bytes[end] != quote || !isQuoted,
            isQuoted ? bytes[end] != UInt8(ascii: "\n") : !bytes[end].isOne(of: [.blank, .newline, .delimiter])
        {
            end += 1
        }
        if isUser {
            guard let colon = (start..<end).first(where: { bytes[$0] == UInt8(ascii: ":") }) else { return }
            start = colon + 1
        }
        guard end > start + 5, token(at: start) == nil else { return }
        let value = Value(bytes, start..<end)
        guard value.isSecret(of: .password, in: isQuoted ? .quoted : .bare),
            isPassword(of: isUser ? Self.userCommands : Self.passwordCommands, before: window, isApart: isApart)
        else { return }
        keep(.password, value.range)
    }

    /// Whether one of the commands stands earlier on the line of an option.
    private func isPassword(of commands: [StaticString], before option: Int, isApart: Bool) -> Bool {
        var line = option
        let floor = max(0, option - 160)
        while line > floor, !bytes[line - 1].isOne(of: .newline) { line -= 1 }
        guard commands.contains(where: { bytes.contains($0, in: line..<option + 1) }) else { return false }
        // `mysql -p name` asks for the password and opens a database.
        return !isApart || !bytes.contains("mysql", in: line..<option)
    }

    private static let passwordCommands: [StaticString] = [
        "mysql", "mariadb", "sshpass", "docker login", "podman login", "mongo", "helm registry login", "az login",
    ]
    private static let userCommands: [StaticString] = ["curl ", "wget ", "http "]
}
