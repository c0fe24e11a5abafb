import Foundation
import Provenance

/// How tests of a file are usually written in its language: where, and with what.
package struct TestSuite: Equatable, Sendable {
    package var framework: String
    /// Where the suite goes, beside the code or where its language keeps tests.
    package var path: String

    /// - Parameters:
    ///   - path: of the code, in the work tree.
    ///   - folder: of the work tree, which says what the project uses.
    package init?(of path: String, in folder: String) {
        let file = (path as NSString).lastPathComponent
        let name = (file as NSString).deletingPathExtension
        let ending = (file as NSString).pathExtension
        let place = (path as NSString).deletingLastPathComponent
        func beside(_ name: String) -> String { place.isEmpty ? name : "\(place)/\(name)" }
        switch Language.named(by: path) {
        case "python": (framework, self.path) = ("pytest", beside("test_\(name).py"))
        case "javascript", "typescript":
            framework = Self.scripts(in: folder)
            self.path = beside("\(name).test.\(ending)")
        case "swift": (framework, self.path) = ("Swift Testing", beside("\(name)Tests.swift"))
        case "go": (framework, self.path) = ("the package testing", beside("\(name)_test.go"))
        case "rust": (framework, self.path) = ("cargo test", "tests/\(name).rs")
        case "java": (framework, self.path) = ("JUnit 5", Self.mirrored(path, as: "\(name)Test.java"))
        case "kotlin": (framework, self.path) = ("JUnit 5", Self.mirrored(path, as: "\(name)Test.kt"))
        case "csharp": (framework, self.path) = ("xUnit", beside("\(name)Tests.cs"))
        case "php": (framework, self.path) = ("PHPUnit", beside("\(name)Test.php"))
        case "ruby":
            let hasSpecs = FileManager.default.fileExists(atPath: folder + "/spec")
            framework = hasSpecs ? "RSpec" : "Minitest"
            self.path = hasSpecs ? "spec/\(name)_spec.rb" : "test/test_\(name).rb"
        case "c", "cpp":
            (framework, self.path) = ("GoogleTest", beside("\(name)_test.\(ending == "c" ? "cpp" : ending)"))
        case "shell": (framework, self.path) = ("bats", beside("\(name).bats"))
        default: return nil
        }
    }

    /// `src/main/…` is tested in `src/test/…`.
    private static func mirrored(_ path: String, as name: String) -> String {
        let place = (path as NSString).deletingLastPathComponent.replacing("src/main/", with: "src/test/")
        return place.isEmpty ? name : "\(place)/\(name)"
    }

    private static func scripts(in folder: String) -> String {
        let text = FileManager.default.contents(atPath: folder + "/package.json").map {
            String(decoding: $0.prefix(1 << 20), as: UTF8.self)
        }
        let known = ["vitest": "Vitest", "jest": "Jest", "mocha": "Mocha", "ava": "AVA"]
        for (word, name) in known.sorted(by: { $0.key > $1.key }) where text?.contains("\"\(word)\"") == true {
            return name
        }
        return "node:test and node:assert"
    }

    package var words: String {
        "Write a complete test suite for it with \(framework): ordinary use, edge cases, and what must fail. "
            + "The tests are in the file \(path)."
    }
}
