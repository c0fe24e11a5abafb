#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Curl {
    /// libcurl's functions for transfers that one looks after while they run.
    struct Many: @unchecked Sendable {
        private let initialise: @convention(c) () -> Handle?
        private let add: @convention(c) (Handle, Handle) -> Int32
        private let remove: @convention(c) (Handle, Handle) -> Int32
        private let run: @convention(c) (Handle, UnsafeMutablePointer<Int32>) -> Int32
        private let wait:
            @convention(c) (Handle, UnsafeMutableRawPointer?, UInt32, Int32, UnsafeMutablePointer<Int32>?) -> Int32
        private let read: @convention(c) (Handle, UnsafeMutablePointer<Int32>) -> UnsafeMutableRawPointer?
        private let cleanUp: @convention(c) (Handle) -> Int32

        init?(_ library: UnsafeMutableRawPointer) {
            func find<Function>(_ name: String, _ type: Function.Type) -> Function? {
                dlsym(library, name).map { unsafeBitCast($0, to: type) }
            }
            guard let initialise = find("curl_multi_init", (@convention(c) () -> Handle?).self),
                let add = find("curl_multi_add_handle", (@convention(c) (Handle, Handle) -> Int32).self),
                let remove = find("curl_multi_remove_handle", (@convention(c) (Handle, Handle) -> Int32).self),
                let run = find(
                    "curl_multi_perform", (@convention(c) (Handle, UnsafeMutablePointer<Int32>) -> Int32).self),
                let wait = find(
                    "curl_multi_poll",
                    (@convention(c) (
                        Handle, UnsafeMutableRawPointer?, UInt32, Int32, UnsafeMutablePointer<Int32>?
                    ) -> Int32).self),
                let read = find(
                    "curl_multi_info_read",
                    (@convention(c) (Handle, UnsafeMutablePointer<Int32>) -> UnsafeMutableRawPointer?).self),
                let cleanUp = find("curl_multi_cleanup", (@convention(c) (Handle) -> Int32).self)
            else { return nil }
            self.initialise = initialise
            self.add = add
            self.remove = remove
            self.run = run
            self.wait = wait
            self.read = read
            self.cleanUp = cleanUp
        }

        func perform(_ handle: Handle, while goesOn: () -> Bool) -> Int32 {
            // CURLE_OUT_OF_MEMORY
            guard let many = initialise(), add(many, handle) == 0 else { return 27 }
            defer {
                _ = remove(many, handle)
                _ = cleanUp(many)
            }
            var running: Int32 = 1
            while true {
                guard run(many, &running) == 0 else { return 27 }
                if running == 0 { break }
                // CURLE_ABORTED_BY_CALLBACK
                guard goesOn() else { return 42 }
                _ = wait(many, nil, 0, 100, nil)
            }
            var left: Int32 = 0
            while let message = read(many, &left) {
                // struct CURLMsg: a kind, a handle, and of a transfer that is done (CURLMSG_DONE) its result.
                if message.load(as: UInt32.self) == 1 {
                    return message.load(fromByteOffset: 2 * MemoryLayout<Handle>.size, as: Int32.self)
                }
            }
            return 0
        }
    }
}
