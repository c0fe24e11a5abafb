/// What names alone tell of frames that belong to a language or to a package.
///
/// Patterns guess: a repository may vendor its own code. They are for where no repository is at hand, and for what has no
/// file in any.
enum Vendor {
    /// True for the standard library's or a package's, nil where the name does not tell.
    static func judge(_ frame: Frame) -> Bool? {
        if var file = frame.file, file.withUTF8({ isOutside(ByteView(UnsafeRawBufferPointer($0)), frame) }) {
            return true
        }
        guard var function = frame.function else { return nil }
        return function.withUTF8 { bytes in
            let function = ByteView(UnsafeRawBufferPointer(bytes))
            return classes.contains { function.has($0) } && isClassPath(frame) ? true : nil
        }
    }

    private static func isOutside(_ file: ByteView, _ frame: Frame) -> Bool {
        if file.first == UInt8(ascii: "<") || beginnings.contains(where: { file.has($0) }) { return true }
        if file.has("internal/"), file.ends(".js") { return true }
        if file.index(of: UInt8(ascii: "\\")) != nil {
            let slashed = file.raw.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
            return slashed.withUnsafeBytes { isLibrary(ByteView($0)) }
        }
        if isLibrary(file) { return true }
        guard file.ends(".go"), let function = frame.function else { return false }
        return isGoLibrary(function, file.text())
    }

    private static func isLibrary(_ path: ByteView) -> Bool {
        inside.contains { path.contains($0) } || isPythonLibrary(path)
    }

    /// Anywhere in a path.
    private static let inside: [StaticString] = [
        "node_modules/", "bower_components/", "webpack/bootstrap", "/~/", "site-packages/", "dist-packages/",
        "/usr/local/go/src/", "/usr/lib/go", "pkg/mod/", ".cargo/registry/", ".cargo/git/", "/rustc/", "rustlib/src/",
        ".build/checkouts/", "SourcePackages/checkouts/", "/vendor/", "gems/", "/.rbenv/", "/.rvm/", "/lib/ruby/",
        ".m2/", ".pub-cache/", "flutter/packages/flutter/", ".nuget/", "dotnet/shared/", "/.venv/", "/usr/include/",
    ]

    /// At the beginning of a path.
    private static let beginnings: [StaticString] = [
        "node:", "Swift/", "vendor/", "dart:", "package:flutter/", "(native)", "native ", "[native",
        "chrome-extension://", "moz-extension://", "/_/src/", "library/std/src/", "library/core/src/",
        "library/alloc/src/", "./~/", "webpack:///./~/", "_testmain.go", "/usr/lib/swift/",
    ]

    /// At the beginning of a class's or function's full name.
    private static let classes: [StaticString] = [
        "java.", "javax.", "jdk.", "sun.", "com.sun.", "kotlin.", "kotlinx.", "scala.", "groovy.", "clojure.",
        "android.", "androidx.", "com.android.", "dalvik.", "libcore.", "jakarta.", "org.junit.", "junit.",
        "org.springframework.", "org.hibernate.", "org.apache.catalina.", "org.apache.tomcat.", "org.apache.coyote.",
        "org.apache.maven.", "org.gradle.", "io.netty.", "reactor.core.", "com.intellij.rt.", "worker.org.gradle.",
        "org.mockito.", "org.testng.", "System.", "Microsoft.", "Xunit.", "NUnit.", "Castle.", "MS.Internal.",
    ]

    /// Frames whose function is a class path: of the JVM and .NET, with or without a file.
    private static func isClassPath(_ frame: Frame) -> Bool {
        guard let file = frame.file else { return true }
        return [".java", ".kt", ".cs", ".scala", ".groovy", ".clj", ".vb", ".fs"].contains { file.hasSuffix($0) }
    }

    /// `…/lib/python3.11/json/decoder.py`
    private static func isPythonLibrary(_ path: ByteView) -> Bool {
        guard let place = path.index(of: "ib/python") else { return false }
        return path[place + 9].isDigit
    }

    /// With `-trimpath` a file of the standard library is the import path and the name, without root or version.
    private static func isGoLibrary(_ function: String, _ path: String) -> Bool {
        if function.hasPrefix("runtime.") || function.hasPrefix("panic(") || function == "panic" { return true }
        guard !path.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return false }
        let package = path[..<slash]
        let first = package.prefix { $0 != "/" }
        return goLibrary.contains(String(first)) && function.hasPrefix(package + ".")
    }

    private static let goLibrary: Set<String> = [
        "archive", "bufio", "bytes", "compress", "container", "context", "crypto", "database", "debug", "embed",
        "encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "internal", "io", "iter", "log",
        "maps", "math", "mime", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort",
        "strconv", "strings", "sync", "syscall", "testing", "text", "time", "unicode", "unsafe",
    ]
}
