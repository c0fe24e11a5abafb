import Foundation

/// A server on this machine's own address that gives one answer to each question, by what is asked for.
final class LocalServer: @unchecked Sendable {
    private let descriptor: Int32
    let port: UInt16
    private let answer: @Sendable (_ request: String) -> String

    /// - Parameter answer: to the head of a request, the whole response.
    init(_ answer: @escaping @Sendable (String) -> String) throws {
        self.answer = answer
        // Who asks may hang up before all is said.
        signal(SIGPIPE, SIG_IGN)
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard descriptor >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in serve() }
    }

    var address: String { "http://127.0.0.1:\(port)" }

    func close() { shutdown(descriptor, 2) }

    private func serve() {
        while true {
            let client = accept(descriptor, nil, nil)
            guard client >= 0 else { break }
            var request: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while !request.suffix(4).elementsEqual([13, 10, 13, 10]) {
                let count = read(client, &buffer, buffer.count)
                guard count > 0 else { break }
                request += buffer[..<count]
            }
            let response = Array(answer(String(decoding: request, as: UTF8.self)).utf8)
            _ = response.withUnsafeBytes { write(client, $0.baseAddress, $0.count) }
            Foundation.close(client)
        }
        Foundation.close(descriptor)
    }
}
