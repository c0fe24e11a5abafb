/// What names alone tell of frames that belong to a language or to a package.
///
/// Patterns guess: a repository may vendor its own code. They are for where no repository is at hand, and for what has no
/// file in any.
enum Vendor {
    /// True for the standard library's or a package's, nil where the name does not tell.
    static func judge(_ frame: Frame) -> Bool? {
        if let file = frame.file {
            if file.hasPrefix("<") { return true }
            if beginnings.contains(where: { file.hasPrefix($0) }) { return true }
            if file.hasPrefix("internal/"), file.hasSuffix(".js") { return true }
            let path = file.contains("\\") ? String(file.map { $0 == "\\" ? "/" : $0 }) : file
            if inside.contains(where: { path.contains($0) }) || isPythonLibrary(path) { return true }
            if path.hasSuffix(".go"), let function = frame.function, isGoLibrary(function, path) { return true }
        }
        guard let function = frame.function, isClassPath(frame) else { return nil }
        return classes.contains { function.hasPrefix($0) } ? true : nil
    }

    /// Anywhere in a path.
    private static let inside = [
        "node_modules/", "bower_components/", "webpack/bootstrap", "/~/", "site-packages/", "dist-packages/",
        "/usr/local/go/src/", "/usr/lib/go", "pkg/mod/", ".cargo/registry/", ".cargo/git/", "/rustc/", "rustlib/src/",
        ".build/checkouts/", "SourcePackages/checkouts/", "/vendor/", "gems/", "/.rbenv/", "/.rvm/", "/lib/ruby/",
        ".m2/", ".pub-cache/", "flutter/packages/flutter/", ".nuget/", "dotnet/shared/", "/.venv/", "/usr/include/",
    ]

    /// At the beginning of a path.
    private static let beginnings = [
        "node:", "Swift/", "vendor/", "dart:", "package:flutter/", "(native)", "native ", "[native",
        "chrome-extension://", "moz-extension://", "/_/src/", "library/std/src/", "library/core/src/",
        "library/alloc/src/", "./~/", "webpack:///./~/", "_testmain.go", "/usr/lib/swift/",
    ]

    /// At the beginning of a class's or function's full name.
    private static let classes = [
        "java.", "javax.", "jdk.", "sun.", "com.sun.", "kotlin.", "kotlinx.", "scala.", "groovy.", "clojure.",
        "android.", "androidx.", "com.android.", "dalvik.", "libcore.", "jakarta.", "org.junit.", "junit.",
        "org.springframework.", "org.hibernate.", "org.apache.catalina.", "org.apache.tomcat.", "org.apache.coyote.",
        "org.apache.maven.", "org.gradle.", "io.netty.", "reactor.core.", "com.intellij.rt.", "worker.org.gradle.",
        "org.mockito.", "org.testng.", "System.", "Microsoft.", "Xunit.", "NUnit.", "Castle.", "MS.Internal.",
    ]

    /// Frames whose function is a class path: of the JVM and .NET, with or without a file.
    private static func isClassPath(_ frame: Frame) -> Bool {
        guard let file = frame.file else { return true }
        return [".java", ".kt", ".scala", ".groovy", ".clj", ".cs", ".vb", ".fs"].contains { file.hasSuffix($0) }
    }

    /// `…/lib/python3.11/json/decoder.py`
    private static func isPythonLibrary(_ path: String) -> Bool {
        guard let range = path.firstRange(of: "lib/python") ?? path.firstRange(of: "Lib/python") else { return false }
        return path[range.upperBound...].first?.isNumber ?? false
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
