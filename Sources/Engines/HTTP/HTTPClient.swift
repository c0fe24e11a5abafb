import CCurl

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks services that the user named, by libcurl, which is opened when the first is asked.
///
/// A public address is refused unless that was allowed. Redirections are not followed, proxies and `.netrc` are not looked
/// for: nobody else is asked.
package struct HTTPClient: Sendable {
    package struct Response: Sendable {
        package var status: Int
        package var body: [UInt8]
    }

    let allowsPublic: Bool
    private let limit: Int
    private let milliseconds: Int

    /// - Parameters:
    ///   - limit: the largest body that is taken, in bytes.
    ///   - milliseconds: how long one question may take.
    package init(allowsPublic: Bool, limit: Int = 64 << 20, milliseconds: Int = 60_000) {
        self.allowsPublic = allowsPublic
        self.limit = limit
        self.milliseconds = milliseconds
    }

    /// - Parameters:
    ///   - address: `http://…` or `https://…`.
    ///   - user: sent as the name of basic authentication, with an empty password.
    /// - Throws: `HTTPFailure`; an answer of whatever status is none.
    package func get(_ address: String, user: String? = nil) throws(HTTPFailure) -> Response {
        guard let curl = Curl.shared else { throw .noLibrary }
        guard !address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { throw .badAddress(address) }
        guard let handle = curl.create() else { throw .noLibrary }
        defer { curl.destroy(handle) }
        var transfer = colophon_transfer()
        transfer.allows_public = allowsPublic ? 1 : 0
        transfer.limit = UInt(limit)
        defer { free(transfer.bytes) }
        var code: Int32 = 0
        var status = 0
        withUnsafeMutablePointer(to: &transfer) { transfer in
            curl.set(handle, .writeData, transfer)
            curl.set(handle, .writeFunction, colophon_curl_writer())
            curl.setCommon(handle, transfer)
            curl.set(handle, .timeout, milliseconds)
            curl.set(handle, .connectTimeout, min(milliseconds, 10_000))
            curl.set(handle, .url, address)
            if let user { curl.set(handle, .userAndPassword, user + ":") }
            code = curl.perform(handle)
            if code == 0 { status = curl.status(handle) }
        }
        if transfer.was_public != 0 { throw .publicAddress(address) }
        if transfer.was_large != 0 { throw .tooLarge(address, limit) }
        guard code == 0 else { throw .failed(address, curl.words(code)) }
        let body = transfer.bytes.map { Array(UnsafeBufferPointer(start: $0, count: Int(transfer.count))) } ?? []
        return Response(status: status, body: body)
    }
}
