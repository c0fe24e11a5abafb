/// Names the host that is really asked in each request of a connection; every other byte stays as it is.
///
/// A client names who it believes to speak with, which is us, and by that name a host with TLS finds nobody.
struct HostField {
    private var messages = HTTPMessages(isResponse: false)
    private let host: String
    private var head: [UInt8] = []

    init(_ host: String) {
        self.host = host
    }

    /// - Returns: what is to be sent; the rest of a head that is not all there is held back.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        var head = head
        let host = host
        messages.take(
            bytes,
            raw: { part, kind in
                switch kind {
                case .headGoesOn: head += part
                case .headEnds:
                    out += Self.renamed(head + part, host)
                    head = []
                case .other:
                    // Of a head that was given up, too.
                    out += head + part
                    head = []
                }
            })
        self.head = head
        return out
    }

    private static func renamed(_ head: [UInt8], _ host: String) -> [UInt8] {
        var out: [UInt8] = []
        for line in head.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.offset > 0 { out.append(0x0A) }
            let isHost = String(decoding: line.element.prefix(5), as: UTF8.self).lowercased() == "host:"
            guard line.offset > 0, isHost else {
                out += line.element
                continue
            }
            out += Array("Host: \(host)".utf8) + (line.element.last == 0x0D ? [0x0D] : [])
        }
        return out
    }
}
