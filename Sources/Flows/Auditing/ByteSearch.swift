extension String {
    /// The only place of a piece in the text, in UTF-8 bytes; `nil` where there is none, or more than one.
    func onlyPlace(of piece: String) -> Int? {
        guard let first = place(of: piece, from: 0) else { return nil }
        return place(of: piece, from: first + 1) == nil ? first : nil
    }

    /// The first place of a piece from a byte on.
    func place(of piece: String, from start: Int) -> Int? {
        var (text, piece) = (self, piece)
        return text.withUTF8 { bytes in
            piece.withUTF8 { sought -> Int? in
                guard let head = sought.first, sought.count <= bytes.count else { return nil }
                var place = start
                while place <= bytes.count - sought.count {
                    if bytes[place] == head, bytes[place..<place + sought.count].elementsEqual(sought) { return place }
                    place += 1
                }
                return nil
            }
        }
    }

    /// The text with so many bytes from a place on replaced.
    func replacingBytes(_ range: Range<Int>, with piece: String) -> String {
        var bytes = Array(utf8)
        bytes.replaceSubrange(range, with: piece.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The part of the text between two places in bytes, cut to what there is.
    func bytes(_ range: Range<Int>) -> String {
        String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}
