extension Scan {
    /// A JSON Web Token: a base64url header that names an algorithm, claims, a signature.
    func webToken(_ window: Int) -> Finding? {
        guard bytes.has("eyJ", at: window), beginsAlone(window) else { return nil }
        let header = bytes.end(of: .name, from: window, atMost: 2048)
        guard bytes[header] == UInt8(ascii: "."), holdsAlgorithm(window..<header) else { return nil }
        let claims = bytes.end(of: .name, from: header + 1, atMost: 16384)
        guard bytes[claims] == UInt8(ascii: ".") else { return nil }
        var end = bytes.end(of: .name, from: claims + 1, atMost: 16384)
        guard end - claims > 16 else { return nil }
        // An encrypted token has five parts.
        while bytes[end] == UInt8(ascii: "."), bytes[end + 1].isOne(of: .name) {
            end = bytes.end(of: .name, from: end + 1, atMost: 16384)
        }
        return Finding(kind: .jwt, range: window..<end)
    }

    /// The token without a prefix of its own that begins at `start`, if one does.
    func token(at start: Int) -> Finding? {
        if let found = shape(at: start) ?? webToken(start) ?? azureSecret(start + 3) { return found }
        if let found = discordToken(start) { return found }
        let digits = bytes.end(of: .digit, from: start, atMost: 11)
        return digits > start ? telegramToken(digits - 1) : nil
    }

    private func holdsAlgorithm(_ part: Range<Int>) -> Bool {
        let text = Base64.decode(bytes, part.prefix(400))
        return text.withUnsafeBufferPointer { Bytes($0).contains("\"alg\"", in: 0..<text.count) }
    }

    /// Account number in base64 `.` time `.` signature.
    func discordToken(_ window: Int) -> Finding? {
        guard "MNO".utf8.contains(bytes[window]), beginsAlone(window) else { return nil }
        let account = bytes.end(of: .alphanumeric, from: window, atMost: 32)
        guard (23...28).contains(account - window), bytes[account] == UInt8(ascii: ".") else { return nil }
        let time = bytes.end(of: .name, from: account + 1, atMost: 8)
        guard time - account == 7, bytes[time] == UInt8(ascii: ".") else { return nil }
        let end = bytes.end(of: .name, from: time + 1, atMost: 48)
        guard (27...40).contains(end - time - 1), !Value(bytes, window..<end).isPlaceholder else { return nil }
        return Finding(kind: .discordToken, range: window..<end)
    }

    /// `123456789:AA…`, a bot's number and 35 bytes.
    func telegramToken(_ window: Int) -> Finding? {
        guard bytes[window + 1] == UInt8(ascii: ":"), bytes[window].isOne(of: .digit) else { return nil }
        let start = bytes.start(of: .digit, before: window + 1, atMost: 12)
        let end = bytes.end(of: .name, from: window + 2, atMost: 40)
        guard (8...10).contains(window + 1 - start), (34...35).contains(end - window - 2) else { return nil }
        guard bytes.beginsToken(at: start) || bytes.hasIgnoringCase("bot", at: start - 3) else { return nil }
        let value = Value(bytes, window + 2..<end)
        guard !value.isPlaceholder, value.looksRandom else { return nil }
        return Finding(kind: .telegramToken, range: start..<end)
    }

    /// A secret of an Entra application: three bytes, a digit, `Q~`, then 31 to 34.
    func azureSecret(_ window: Int) -> Finding? {
        guard bytes.has("Q~", at: window + 1) else { return nil }
        let start = window - 3
        let end = bytes.end(of: .dotted, from: window + 3, atMost: 40)
        var stop = end
        while bytes[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
        guard (31...34).contains(stop - window - 3), bytes.beginsToken(at: start) else { return nil }
        guard (start..<window).allSatisfy({ bytes[$0].isOne(of: .dotted) || bytes[$0] == UInt8(ascii: "~") }) else {
            return nil
        }
        let value = Value(bytes, start..<stop)
        guard !value.isPlaceholder, !value.isMonotonous else { return nil }
        return Finding(kind: .azureClientSecret, range: value.range)
    }

    /// No byte of base64url stands before; so a long run of it is read once, however many beginnings it seems to hold.
    private func beginsAlone(_ position: Int) -> Bool {
        bytes[position - 1] != UInt8(ascii: "-") && bytes[position - 1] != UInt8(ascii: "_")
            && bytes.beginsToken(at: position)
    }
}
