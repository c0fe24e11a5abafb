extension Scan {
    /// A value that is given to a name such as `password` or `API_KEY`, in any of the notations of `Assignment`.
    mutating func visitName(_ window: Int) {
        guard window >= judgedName else { return }
        var start = bytes.start(of: .name, before: window, atMost: 64, notBefore: 0)
        let end = bytes.end(of: .name, from: window, atMost: 64)
        judgedName = end
        // In text that is itself quoted a name can follow the n of \n.
        if bytes[start - 1] == UInt8(ascii: "\\"),
            bytes[start] == UInt8(ascii: "n") || bytes[start] == UInt8(ascii: "t")
        {
            start += 1
        }
        guard end - start < 100, let assignment = Assignment(bytes, name: start..<end),
            assignment.value.lowerBound >= decided,
            let kind = SecretName.kind(of: bytes.slice(start..<end))
        else { return }
        // Test runners print `PASS: name`.
        let isVerdict = end - start == 4 && bytes[start + 1] | 0x20 == UInt8(ascii: "a")
        if isVerdict, assignment.form != .quoted, bytes[end] != UInt8(ascii: "=") { return }
        if let token = token(at: assignment.value.lowerBound) {
            keep(token)
            return
        }
        let value = Value(bytes, assignment.value)
        guard value.isSecret(of: kind, in: assignment.form) else { return }
        keep(special(kind, name: start..<end, value), value.range)
    }

    /// Names the provider where name and length tell it.
    private func special(_ kind: SecretKind, name: Range<Int>, _ value: Value) -> SecretKind {
        if kind == .secretKey || kind == .apiKey {
            if value.count == 40, bytes.containsIgnoringCase("secret", in: name),
                bytes.containsIgnoringCase("access", in: name)
            {
                return .awsSecretAccessKey
            }
            if value.count > 40, value.count < 90, bytes.hasIgnoringCase("accountkey", at: name.lowerBound) {
                return .azureStorageKey
            }
        }
        if value.count == 32, value.hex == 32, bytes.containsIgnoringCase("twilio", in: name) { return .twilioKey }
        return kind
    }
}
