/// Why a service gave no answer, as one sentence.
package enum HTTPFailure: Error, Equatable, CustomStringConvertible {
    case noLibrary
    case badAddress(String)
    case publicAddress(String)
    case tooLarge(String, Int)
    case failed(String, String)
    /// Nobody is there, in libcurl's words.
    case unreached(String, String)
    /// No connection within so many milliseconds.
    case unconnected(String, Int)
    /// Connected, and nothing said within so many milliseconds.
    case late(String, Int)
    case untrusted(String, String)
    case cancelled(String)
    case noHTTP(String)

    package var description: String {
        switch self {
        case .noLibrary: "libcurl is not installed: install it ('apt install libcurl4'), or give a file."
        case .badAddress(let address): "'\(Self.plain(address))' is no address: write it as https://sonar.example.com."
        case .publicAddress(let address):
            "'\(Self.plain(address))' is a public address, and nothing was sent there: --allow-public allows it."
        case .tooLarge(let address, let limit): "'\(Self.plain(address))' answers with more than \(limit >> 20) MB."
        case .failed(let address, let words), .unreached(let address, let words):
            "'\(Self.plain(address))' gives no answer: \(words). See whether it runs."
        case .unconnected(let address, let milliseconds):
            "'\(Self.plain(address))' takes no connection within \(Self.seconds(milliseconds)): see whether it runs there."
        case .late(let address, let milliseconds):
            "'\(Self.plain(address))' says nothing for \(Self.seconds(milliseconds)): it may be loading; ask again later."
        case .untrusted(let address, let words):
            "'\(Self.plain(address))' cannot show who it is: \(words). Nothing was sent."
        case .noHTTP(let address):
            "What answers at '\(Self.plain(address))' speaks no HTTP: see whether that is the engine's own port."
        case .cancelled: "Cancelled before anything was answered."
        }
    }

    /// The same of another address, as one that the user knows.
    func naming(_ address: String) -> HTTPFailure {
        switch self {
        case .noLibrary: self
        case .badAddress: .badAddress(address)
        case .publicAddress: .publicAddress(address)
        case .tooLarge(_, let limit): .tooLarge(address, limit)
        case .failed(_, let words): .failed(address, words)
        case .unreached(_, let words): .unreached(address, words)
        case .unconnected(_, let milliseconds): .unconnected(address, milliseconds)
        case .late(_, let milliseconds): .late(address, milliseconds)
        case .untrusted(_, let words): .untrusted(address, words)
        case .cancelled: .cancelled(address)
        case .noHTTP: .noHTTP(address)
        }
    }

    private static func seconds(_ milliseconds: Int) -> String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }

    /// Without what may be a name and password, and what is asked.
    private static func plain(_ address: String) -> String {
        var text = address.prefix { $0 != "?" }
        if let scheme = text.firstRange(of: "://"), let at = text[scheme.upperBound...].firstIndex(of: "@") {
            text.removeSubrange(scheme.upperBound...at)
        }
        return String(text.prefix(200))
    }
}
