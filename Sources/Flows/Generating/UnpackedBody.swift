import Engines

extension Exchange {
    /// With its body as it was before it was packed for the way; `nil` where that cannot be had.
    var unpacked: Exchange? {
        guard let encoding else { return self }
        guard let start = Self.start(of: body, packed: encoding) else { return nil }
        var rest = Array(body[start...])
        var inflater = Inflater {
            defer { rest = [] }
            return rest
        }
        var unpacked: [UInt8] = []
        var exchange = self
        do {
            let isRead = try inflater.run { piece in
                unpacked += piece.prefix(Self.bodyLimit - unpacked.count)
                return unpacked.count < Self.bodyLimit
            }
            if !isRead { (exchange.isAnswerCut, exchange.isWhole) = (true, false) }
        } catch {
            // Of an answer that was cut off there is what came before.
            guard !isWhole else { return nil }
        }
        (exchange.body, exchange.encoding) = (unpacked, nil)
        return exchange
    }

    private static func start(of body: [UInt8], packed encoding: String) -> Int? {
        switch encoding {
        case "gzip", "x-gzip": start(of: body)
        // "zlib" (RFC 1950, 2.2), and by some servers without its head.
        case "deflate":
            body.count > 2 && body[0] & 15 == 8 && (Int(body[0]) << 8 + Int(body[1])) % 31 == 0 ? 2 : 0
        default: nil
        }
    }

    /// Where the packed bytes begin (RFC 1952, 2.3).
    private static func start(of body: [UInt8]) -> Int? {
        guard body.count > 10, body[0] == 0x1F, body[1] == 0x8B, body[2] == 8 else { return nil }
        let flags = body[3]
        var place = 10
        if flags & 4 != 0 {
            guard body.count > place + 2 else { return nil }
            place += 2 + Int(body[place]) + Int(body[place + 1]) << 8
        }
        // A name and a comment end with a zero.
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard place < body.count, let end = body[place...].firstIndex(of: 0) else { return nil }
            place = end + 1
        }
        if flags & 2 != 0 { place += 2 }
        return place < body.count ? place : nil
    }
}
