/// The one pass over a text: where do four bytes stand that a secret, or the name of one, can contain?
///
/// Sixteen *buckets* of four-byte patterns are watched at once, after the shift-or search: `rows[byte]` holds four lanes
/// of 16 bits, one for each place in the window, with a 0 for each bucket that takes the byte there. The lanes of four
/// bytes, each shifted to its place, are or-ed; a 0 left in the top lane is a window that its bucket takes.
/// The windows of four neighbours do not wait for each other, so this costs about a cycle a byte.
struct Anchors: Sendable {
    private let rows: [UInt64]

    static let standard = Anchors()

    private init() {
        var rows = [UInt64](repeating: .max, count: 256)
        func take(_ bucket: Buckets, _ place: Int, _ bytes: some Sequence<UInt8>) {
            for byte in bytes { rows[Int(byte)] &= ~(UInt64(bucket.rawValue) << UInt64(16 * place)) }
        }
        let all = UInt8.min...UInt8.max
        func takeClass(_ bucket: Buckets, _ place: Int, where holds: (UInt8) -> Bool) {
            take(bucket, place, all.filter(holds))
        }
        func takeWord(_ bucket: Buckets, _ word: StaticString) {
            for place in 0..<4 {
                let byte = word.utf8Start[place]
                takeClass(bucket, place) { $0.lowercased == byte }
            }
        }
        takeWord(.pass, "pass")
        takeWord(.secret, "secr")
        takeWord(.token, "toke")
        takeWord(.auth, "auth")
        takeWord(.auth, "cred")
        takeWord(.scheme, "bear")
        takeWord(.scheme, "basi")
        takeWord(.scheme, "cook")
        for (bucket, word) in [(Buckets.key, "key"), (.pwd, "pwd")] {
            for (place, letter) in word.utf8.enumerated() {
                takeClass(bucket, place) { $0.lowercased == letter }
            }
            takeClass(bucket, 3) { !$0.isOne(of: .lower) }
        }
        take(.url, 0, "://".utf8.prefix(1))
        take(.url, 1, "/".utf8)
        take(.url, 2, "/".utf8)
        takeClass(.url, 3) { !$0.isOne(of: [.blank, .newline, .delimiter]) }
        take(.jwt, 0, "e".utf8)
        take(.jwt, 1, "y".utf8)
        take(.jwt, 2, "J".utf8)
        takeClass(.jwt, 3) { $0.isOne(of: .alphanumeric) }
        // The base64 of four decimal digits begins with these: a Discord token begins with its account's number.
        take(.discord, 0, "MNO".utf8)
        take(.discord, 1, "DTjz".utf8)
        take(.discord, 2, "AEIMQUYcgk".utf8)
        take(.discord, 3, "wxyz012345".utf8)
        takeClass(.argument, 0) { $0.isOne(of: .blank) }
        take(.argument, 1, "-".utf8)
        take(.argument, 2, "pu".utf8)
        takeClass(.argument, 3) { !$0.isOne(of: [.lower, .newline]) || $0 == UInt8(ascii: "p") }
        takeClass(.argument, 3) { $0.isOne(of: .lower) }
        takeClass(.telegram, 0) { $0.isOne(of: .digit) }
        take(.telegram, 1, ":".utf8)
        take(.telegram, 2, "A".utf8)
        take(.telegram, 3, "A".utf8)
        takeClass(.azure, 0) { $0.isOne(of: .digit) }
        take(.azure, 1, "Q".utf8)
        take(.azure, 2, "~".utf8)
        takeClass(.azure, 3) { $0.isOne(of: .anyToken) || $0 == UInt8(ascii: "~") }
        for (place, letter) in "sig=".utf8.enumerated() { take(.signature, place, CollectionOfOne(letter)) }
        for word in ["-BEG", "k.co", "d.co", "p.co"] {
            for (place, letter) in word.utf8.enumerated() { take(.landmark, place, CollectionOfOne(letter)) }
        }
        for shape in Shape.all {
            let bucket = Buckets.of(shape)
            for place in 0..<4 {
                let offset = shape.anchor + place
                switch offset {
                case -1: takeClass(bucket, place) { !$0.isOne(of: .letter) || "nrtm".utf8.contains($0) }
                case shape.prefix.utf8CodeUnitCount...: takeClass(bucket, place) { $0.isOne(of: shape.tail) }
                default: take(bucket, place, CollectionOfOne(shape.prefix.utf8Start[offset]))
                }
            }
        }
        self.rows = rows
    }

    /// Calls `visit` with the position of each window that some bucket takes, in order; -1 is a window that begins
    /// with the edge before the text.
    func scan(_ bytes: Bytes, visit: (Int, Buckets) -> Void) {
        guard let base = bytes.base, bytes.count >= 3 else { return }
        let none: UInt64 = 0xFFFF
        rows.withUnsafeBufferPointer { rows in
            var position = 0
            // What the last three bytes leave for the windows that they begin.
            var begun = UInt64.max << 16 | rows[0x0A]
            let end = bytes.count
            while position &+ 4 <= end {
                let first = rows[Int(base[position])]
                let second = rows[Int(base[position &+ 1])]
                let third = rows[Int(base[position &+ 2])]
                let fourth = rows[Int(base[position &+ 3])]
                let two = first << 16 | second
                let one = begun << 16 | first
                let pair = begun << 32 | two
                let three = begun << 48 | two << 16 | third
                let four = two << 32 | third << 16 | fourth
                if (one & pair & three & four) >> 48 != none {
                    if one >> 48 != none { visit(position &- 3, Buckets(free: one)) }
                    if pair >> 48 != none { visit(position &- 2, Buckets(free: pair)) }
                    if three >> 48 != none { visit(position &- 1, Buckets(free: three)) }
                    if four >> 48 != none { visit(position, Buckets(free: four)) }
                }
                begun = four
                position &+= 4
            }
            while position < end {
                begun = begun << 16 | rows[Int(base[position])]
                if begun >> 48 != none { visit(position &- 3, Buckets(free: begun)) }
                position &+= 1
            }
        }
    }
}
