#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Curl {
    /// Bytes on a connection that libcurl has made, for what is no transfer of its own.
    struct Bytes {
        private let sender: @convention(c) (Handle, UnsafeRawPointer, Int, UnsafeMutablePointer<Int>) -> Int32
        private let receiver: @convention(c) (Handle, UnsafeMutableRawPointer, Int, UnsafeMutablePointer<Int>) -> Int32

        /// CURLE_AGAIN
        private static let notNow: Int32 = 81

        init?(_ library: UnsafeMutableRawPointer) {
            guard let send = dlsym(library, "curl_easy_send"), let receive = dlsym(library, "curl_easy_recv") else {
                return nil
            }
            sender = unsafeBitCast(
                send, to: (@convention(c) (Handle, UnsafeRawPointer, Int, UnsafeMutablePointer<Int>) -> Int32).self)
            receiver = unsafeBitCast(
                receive,
                to: (@convention(c) (Handle, UnsafeMutableRawPointer, Int, UnsafeMutablePointer<Int>) -> Int32).self)
        }

        /// - Returns: how many were taken, which may be none for now; `nil` where the connection is broken.
        func send(_ handle: Handle, _ bytes: UnsafeRawBufferPointer) -> Int? {
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return 0 }
            var count = 0
            let code = sender(handle, start, bytes.count, &count)
            return code == 0 ? count : code == Self.notNow ? 0 : nil
        }

        /// - Returns: how many came, 0 at the end; `nil` where there are none for now.
        func receive(_ handle: Handle, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
            guard let start = buffer.baseAddress else { return nil }
            var count = 0
            let code = receiver(handle, start, buffer.count, &count)
            // A connection that breaks has come to its end, too.
            return code == 0 ? count : code == Self.notNow ? nil : 0
        }
    }
}
