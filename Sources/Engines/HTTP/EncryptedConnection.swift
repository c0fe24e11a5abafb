import CCurl

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A connection by TLS to a host that has shown who it is, for bytes both ways; one thread's own.
final class EncryptedConnection {
    private let curl: Curl
    private let handle: Curl.Handle
    private let transfer: UnsafeMutablePointer<colophon_transfer>
    /// To wait on; what goes through it is encrypted.
    let descriptor: Int32

    private static let patience = 10_000
    /// CURLE_SSL_CONNECT_ERROR, PEER_FAILED_VERIFICATION (twice), SSL_CACERT_BADFILE.
    private static let untrusted: Set<Int32> = [35, 51, 60, 77]

    /// - Throws: `RelayFailure`: nobody is there, it is a public address, or it cannot show who it is.
    init(to address: RelayAddress) throws(RelayFailure) {
        guard let curl = Curl.shared, curl.bytes != nil, let handle = curl.create() else {
            throw .unanswered(address.text, "\(HTTPFailure.noLibrary)")
        }
        self.curl = curl
        self.handle = handle
        transfer = .allocate(capacity: 1)
        transfer.initialize(to: colophon_transfer())
        transfer.pointee.allows_public = address.allowsPublic ? 1 : 0
        curl.setCommon(handle, transfer)
        curl.set(handle, .url, "https://\(address.text)/")
        curl.set(handle, .connectOnly, 1)
        // Both ends are to speak what the client speaks: HTTP/1.1.
        curl.set(handle, .httpVersion, 2)
        curl.set(handle, .connectTimeout, Self.patience)
        if let authority = address.authority { curl.set(handle, .authorities, authority) }
        let code = curl.perform(handle)
        descriptor = code == 0 ? Int32(truncatingIfNeeded: curl.socket(handle)) : -1
        guard code == 0, descriptor >= 0 else {
            let wasPublic = transfer.pointee.was_public != 0
            throw wasPublic
                ? .publicAddress(address.text)
                : Self.untrusted.contains(code)
                    ? .untrusted(address.text, curl.words(code)) : .unanswered(address.text, curl.words(code))
        }
    }

    deinit {
        curl.destroy(handle)
        transfer.deallocate()
    }

    /// - Returns: how many came, 0 at the end; `nil` where there are none for now.
    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        curl.bytes.map { $0.receive(handle, into: buffer) } ?? 0
    }

    /// - Returns: how many were taken; `nil` where the connection is broken.
    func send(_ bytes: UnsafeRawBufferPointer) -> Int? { curl.bytes?.send(handle, bytes) }
}
