/// The groups of anchors that `Anchors` tells apart; patterns of one bucket mix place by place, so those that share
/// letters share a bucket.
struct Buckets: OptionSet {
    let rawValue: UInt16

    static let pass = Buckets(rawValue: 1 << 0)
    static let pwd = Buckets(rawValue: 1 << 1)
    static let secret = Buckets(rawValue: 1 << 2)
    static let token = Buckets(rawValue: 1 << 3)
    static let key = Buckets(rawValue: 1 << 4)
    static let auth = Buckets(rawValue: 1 << 5)
    static let scheme = Buckets(rawValue: 1 << 6)
    static let url = Buckets(rawValue: 1 << 7)
    static let jwt = Buckets(rawValue: 1 << 8)
    static let discord = Buckets(rawValue: 1 << 9)
    static let shortShape = Buckets(rawValue: 1 << 10)
    static let argument = Buckets(rawValue: 1 << 11)
    static let telegram = Buckets(rawValue: 1 << 12)
    static let azure = telegram
    static let signature = Buckets(rawValue: 1 << 13)
    static let landmark = signature
    static let punctuatedShape = Buckets(rawValue: 1 << 14)
    static let plainShape = Buckets(rawValue: 1 << 15)

    static let names: Buckets = [.pass, .pwd, .secret, .token, .key, .auth]
    static let rare: Buckets = [.scheme, .url, .jwt, .discord, .argument, .telegram, .landmark]

    /// Reads the buckets off the top lane of a window: a 0 is a bucket that takes it.
    init(free lanes: UInt64) {
        rawValue = ~UInt16(truncatingIfNeeded: lanes >> 48)
    }

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    static func of(_ shape: Shape) -> Buckets {
        if shape.anchor < 0 { return .shortShape }
        return shape.prefix.utf8Start[shape.anchor + 3].isOne(of: [.dash, .dot]) ? .punctuatedShape : .plainShape
    }
}
