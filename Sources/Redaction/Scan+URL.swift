extension Scan {
    /// The password in `scheme://user:password@host`; user and host stay.
    mutating func visitURL(_ window: Int) {
        guard bytes[window - 1].isOne(of: .alphanumeric) else { return }
        let start = window + 3
        var colon: Int?
        var at: Int?
        var position = start
        let stop = min(bytes.count, start + 512)
        while position < stop {
            let byte = bytes[position]
            if byte == UInt8(ascii: "@"), colon != nil {
                at = position
            } else if byte == UInt8(ascii: ":"), colon == nil {
                colon = position
            } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(")
                || byte.isOne(of: [.blank, .newline, .quote, .foreign]) || ",;)]}<>|\\".utf8.contains(byte)
            {
                break
            }
            position += 1
        }
        guard let colon, let at, at > colon + 2,
            bytes[at + 1].isOne(of: .alphanumeric) || bytes[at + 1] == UInt8(ascii: "[")
        else { return }
        if let shape = shape(at: colon + 1), shape.range.upperBound == at {
            keep(shape.kind, shape.range)
            return
        }
        let password = Value(bytes, colon + 1..<at)
        let sameAsUser =
            at - colon - 1 == colon - start
            && (0..<colon - start).allSatisfy {
                bytes[start + $0].lowercased == bytes[colon + 1 + $0].lowercased
            }
        let isPort = password.letters == 0 && password.strong == 0 && password.digits < 6
        guard !sameAsUser, !isPort, !password.isPlaceholder, password.distinct > 2 else { return }
        keep(.urlPassword, password.range)
    }

    /// A webhook's address is its only secret.
    mutating func visitWebhook(_ window: Int) {
        for (host, path, kind) in Self.webhooks {
            let start = window - (host.utf8CodeUnitCount - 5)
            guard bytes.has(host, at: start), bytes.has(path, at: start + host.utf8CodeUnitCount) else { continue }
            let secret = start + host.utf8CodeUnitCount + path.utf8CodeUnitCount
            let end = bytes.end(of: [.name, .base64], from: secret, atMost: 200)
            let value = Value(bytes, secret..<end)
            guard value.count >= 20, !value.isPlaceholder, !value.isMonotonous, value.digits > 0, value.letters > 0
            else {
                continue
            }
            keep(kind, secret..<end)
        }
    }

    private static let webhooks: [(StaticString, StaticString, SecretKind)] = [
        ("hooks.slack.com", "/services/", .slackWebhook), ("hooks.slack.com", "/workflows/", .slackWebhook),
        ("hooks.slack.com", "/triggers/", .slackWebhook), ("discord.com", "/api/webhooks/", .discordWebhook),
        ("discordapp.com", "/api/webhooks/", .discordWebhook),
    ]

    /// The signature of an Azure shared access address: `?sv=2022-…&sig=…`.
    mutating func visitSignature(_ window: Int) {
        guard bytes.has("sig=", at: window), !bytes[window - 1].isOne(of: .alphanumeric) else { return }
        let end = bytes.end(of: [.alphanumeric, .base64, .percent, .dash], from: window + 4, atMost: 120)
        let around = max(0, window - 300)..<min(bytes.count, end + 300)
        guard end - window >= 40,
            bytes.contains("sv=20", in: around) || bytes.contains("se=20", in: around)
                || bytes.contains("SharedAccessSignature", in: around)
        else { return }
        let value = Value(bytes, window + 4..<end)
        guard !value.isPlaceholder, value.looksRandom else { return }
        keep(.azureSignature, value.range)
    }
}
