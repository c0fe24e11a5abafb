import CCurl

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// libcurl's functions, found in the library at run time.
struct Curl: @unchecked Sendable {
    // The pointers lead into a library that is never closed.
    typealias Handle = UnsafeMutableRawPointer

    /// Of curl.h: the kind of the value times 10,000, and a number.
    enum Option: Int32 {
        case writeData = 10001
        case postFields = 10015
        case httpHeaders = 10023
        case headerData = 10029
        case url = 10002
        case proxy = 10004
        case userAndPassword = 10005
        case userAgent = 10018
        case post = 47
        case followLocation = 52
        case postFieldSize = 60
        case noSignal = 99
        case timeout = 155
        case connectTimeout = 156
        case httpVersion = 84
        case connectOnly = 141
        case authorities = 10065
        case openSocketData = 10164
        case protocols = 181
        case writeFunction = 20011
        case headerFunction = 20079
        case openSocketFunction = 20163
    }

    private static let responseCode: Int32 = 0x200002
    /// CURLINFO_LASTSOCKET
    private static let lastSocket: Int32 = 0x20001D
    private static let names = [
        "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib", "libcurl.so",
    ]

    private let initialise: @convention(c) () -> Handle?
    private let run: @convention(c) (Handle) -> Int32
    private let cleanUp: @convention(c) (Handle) -> Void
    private let explain: @convention(c) (Int32) -> UnsafePointer<CChar>?
    private let listAppend: @convention(c) (Handle?, UnsafePointer<CChar>) -> Handle?
    private let listFree: @convention(c) (Handle?) -> Void
    private let many: Many
    /// `nil` in a library that is too old.
    let bytes: Bytes?
    private let setter: UnsafeMutableRawPointer
    private let getter: UnsafeMutableRawPointer

    /// `nil` where there is none.
    static let shared = Curl()

    private init?() {
        guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
            let global = dlsym(library, "curl_global_init"), let easy = dlsym(library, "curl_easy_init"),
            let perform = dlsym(library, "curl_easy_perform"), let cleanup = dlsym(library, "curl_easy_cleanup"),
            let words = dlsym(library, "curl_easy_strerror"), let set = dlsym(library, "curl_easy_setopt"),
            let get = dlsym(library, "curl_easy_getinfo"), let append = dlsym(library, "curl_slist_append"),
            let free = dlsym(library, "curl_slist_free_all"), let many = Many(library)
        else { return nil }
        self.many = many
        bytes = Bytes(library)
        listAppend = unsafeBitCast(append, to: (@convention(c) (Handle?, UnsafePointer<CChar>) -> Handle?).self)
        listFree = unsafeBitCast(free, to: (@convention(c) (Handle?) -> Void).self)
        initialise = unsafeBitCast(easy, to: (@convention(c) () -> Handle?).self)
        run = unsafeBitCast(perform, to: (@convention(c) (Handle) -> Int32).self)
        cleanUp = unsafeBitCast(cleanup, to: (@convention(c) (Handle) -> Void).self)
        explain = unsafeBitCast(words, to: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self)
        setter = set
        getter = get
        // CURL_GLOBAL_ALL
        guard unsafeBitCast(global, to: (@convention(c) (Int) -> Int32).self)(3) == 0 else { return nil }
    }

    func create() -> Handle? { initialise() }
    func destroy(_ handle: Handle) { cleanUp(handle) }
    func perform(_ handle: Handle) -> Int32 { run(handle) }

    /// Performs a transfer, and asks a few times a second whether it is still wanted.
    func perform(_ handle: Handle, while goesOn: () -> Bool) -> Int32 { many.perform(handle, while: goesOn) }

    func append(_ text: String, to list: Handle?) -> Handle? { text.withCString { listAppend(list, $0) } ?? list }
    func freeList(_ list: Handle?) { listFree(list) }

    /// What holds for every transfer: no signal, no proxy, no redirection, and the address looked at where it is connected to.
    func setCommon(_ handle: Handle, _ transfer: UnsafeMutableRawPointer) {
        set(handle, .openSocketData, transfer)
        set(handle, .openSocketFunction, colophon_curl_opener())
        set(handle, .noSignal, 1)
        set(handle, .followLocation, 0)
        // HTTP and HTTPS.
        set(handle, .protocols, 1 | 2)
        set(handle, .proxy, "")
        set(handle, .userAgent, "colophon")
    }

    func set(_ handle: Handle, _ option: Option, _ value: Int) {
        _ = colophon_curl_set_long(setter, handle, option.rawValue, value)
    }

    func set(_ handle: Handle, _ option: Option, _ value: UnsafeRawPointer) {
        _ = colophon_curl_set_pointer(setter, handle, option.rawValue, value)
    }

    /// libcurl copies texts.
    func set(_ handle: Handle, _ option: Option, _ value: String) {
        value.withCString { _ = colophon_curl_set_pointer(setter, handle, option.rawValue, $0) }
    }

    func status(_ handle: Handle) -> Int {
        var status = 0
        _ = colophon_curl_get_long(getter, handle, Self.responseCode, &status)
        return status
    }

    /// The socket of a connection that was only made; -1 where there is none.
    func socket(_ handle: Handle) -> Int {
        var socket = -1
        _ = colophon_curl_get_long(getter, handle, Self.lastSocket, &socket)
        return socket
    }

    func words(_ code: Int32) -> String { explain(code).map { String(cString: $0) } ?? "error \(code)" }
}
