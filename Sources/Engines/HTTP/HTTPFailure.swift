/// Why a service gave no answer, as one sentence.
package enum HTTPFailure: Error, Equatable, CustomStringConvertible {
    case noLibrary
    case badAddress(String)
    case publicAddress(String)
    case tooLarge(String, Int)
    case failed(String, String)

    package var description: String {
        switch self {
        case .noLibrary: "libcurl is not installed: install it ('apt install libcurl4'), or give a file."
        case .badAddress(let address): "'\(Self.plain(address))' is no address: write it as https://sonar.example.com."
        case .publicAddress(let address):
            "'\(Self.plain(address))' is a public address, and nothing was sent there: --allow-public allows it."
        case .tooLarge(let address, let limit): "'\(Self.plain(address))' answers with more than \(limit >> 20) MB."
        case .failed(let address, let words): "'\(Self.plain(address))' gives no answer: \(words). See whether it runs."
        }
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
