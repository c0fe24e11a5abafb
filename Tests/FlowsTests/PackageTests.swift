import Audit
import Foundation
import Provenance
import Store
import Testing

@testable import Flows

/// Which packages a project has: by the lock file nearest to the code.
struct PackageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func packages(_ files: [String: String], for path: String, _ language: String) throws -> KnownPackages? {
        let project = UUID().uuidString
        for (name, text) in files { try folder.write(project + "/" + name, text) }
        return PackageSearch(ProjectFiles(folder: folder.path + "/" + project)).packages(for: path, language: language)
    }

    static let locks:
        [(file: String, text: String, path: String, language: String, known: [String], unknown: [String])] =
            [
                (
                    "poetry.lock",
                    "[[package]]\nname = \"requests\"\nversion = \"2\"\n\n[metadata]\nname = \"numpyy\"\n", "a.py",
                    "python", ["requests"], ["numpyy"]
                ),
                (
                    "uv.lock", "version = 1\n\n[[package]]\nname = \"scikit-learn\"\n", "src/a.py", "python",
                    ["sklearn.svm"],
                    ["requests"]
                ),
                (
                    "Pipfile.lock", "{\"default\": {\"flask\": {}}, \"develop\": {\"pytest\": {}}}", "a.py", "python",
                    ["flask", "pytest"], ["django"]
                ),
                (
                    "requirements.txt", "# pinned\nflask==3.0 \\\n    --hash=sha256:1\nhttpx == 1\n", "a.py", "python",
                    ["flask", "httpx"], ["django"]
                ),
                (
                    "package-lock.json",
                    "{\"lockfileVersion\": 3, \"packages\": {\"\": {\"name\": \"shop\"}, \"node_modules/a\": {}, \"node_modules/a/node_modules/@b/c\": {}, \"packages/own\": {\"name\": \"@shop/own\"}}}",
                    "src/a.ts", "typescript", ["a/x", "@b/c", "@shop/own", "shop"], ["b", "@b/d"]
                ),
                (
                    "package-lock.json",
                    "{\"lockfileVersion\": 1, \"dependencies\": {\"a\": {\"dependencies\": {\"b\": {}}}}}",
                    "a.js", "javascript", ["a", "b"], ["c"]
                ),
                (
                    "yarn.lock",
                    "# yarn lockfile v1\n\n\"@b/c@^1.0.0\", \"@b/c@npm:^2\":\n  version \"1\"\n  dependencies:\n    d \"^1\"\n\na@^1:\n  version \"1\"\n",
                    "a.js", "javascript", ["a", "@b/c"], ["d"]
                ),
                (
                    "pnpm-lock.yaml",
                    "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1\n\npackages:\n\n  '@b/c@1.0.0':\n    resolution: {}\n\n  /d@2.0.0(e@1):\n    resolution: {}\n\n  /f/1.0.0:\n    dev: true\n",
                    "a.js", "javascript", ["a", "@b/c", "d", "f"], ["left-pad"]
                ),
                (
                    "bun.lock",
                    "{\n  \"packages\": {\n    \"a\": [\"a@1.0.0\", \"\", {}],\n    \"@b/c\": [\"@b/c@1\"],\n  }\n}\n",
                    "a.js",
                    "javascript", ["a", "@b/c"], ["c"]
                ),
                (
                    "go.mod",
                    "module example.com/shop\n\ngo 1.22\n\nrequire (\n\tgithub.com/a/b v1.0.0\n\tgithub.com/c/d/v2 v2.1.0 // indirect\n)\n",
                    "cmd/main.go", "go", ["example.com/shop/x", "github.com/a/b/c", "github.com/c/d/v2", "net/http"],
                    ["github.com/a/bb", "github.com/c/d"]
                ),
                (
                    "Cargo.lock", "version = 4\n\n[[package]]\nname = \"serde-json\"\n", "src/main.rs", "rust",
                    ["serde_json"],
                    ["serde_yaml"]
                ),
                (
                    "Gemfile.lock",
                    "GEM\n  remote: x\n  specs:\n    activesupport (7.1)\n      i18n (>= 1)\n    rack (3.0)\n",
                    "a.rb", "ruby", ["active_support/all", "rack", "i18n"], ["sinatra"]
                ),
                (
                    "composer.lock",
                    "{\"packages\": [{\"name\": \"a/b\", \"autoload\": {\"psr-4\": {\"A\\\\B\\\\\": \"src\"}}}], \"packages-dev\": [{\"name\": \"phpunit/phpunit\"}]}",
                    "a.php", "php", ["A\\B\\C", "PHPUnit\\Framework\\TestCase", "DateTime"], ["Z\\C\\D"]
                ),
            ]

    @Test(arguments: locks.indices)
    func `Each kind of lock file names what may be imported`(place: Int) throws {
        let lock = Self.locks[place]
        let found = try #require(try packages([lock.file: lock.text], for: lock.path, lock.language))
        for name in lock.known { #expect(found.knows(name), "\(lock.file): \(name)") }
        for name in lock.unknown { #expect(!found.knows(name), "\(lock.file): \(name)") }
    }

    @Test func `Where no lock file says all, nothing is said`() throws {
        #expect(try packages(["pyproject.toml": "[project]\nname = \"a\"\n"], for: "a.py", "python") == nil)
        #expect(try packages(["requirements.txt": "flask==3\ndjango>=4\n"], for: "a.py", "python") == nil)
        #expect(try packages(["package.json": "{\"dependencies\": {\"a\": \"1\"}}"], for: "a.js", "javascript") == nil)
        #expect(try packages(["package-lock.json": "{\"packages\": "], for: "a.js", "javascript") == nil)
        #expect(try packages(["Cargo.lock": ""], for: "a.java", "java") == nil)
    }

    @Test func `The nearest lock file counts, and what the project itself holds`() throws {
        let files = [
            "poetry.lock": "[[package]]\nname = \"requests\"\n", "api/poetry.lock": "[[package]]\nname = \"flask\"\n",
            "api/app/ledger.py": "", "tools/helpers/__init__.py": "",
            "api/pyproject.toml": "[project]\nname = \"api-own\"\n",
        ]
        let near = try #require(try packages(files, for: "api/app/a.py", "python"))
        #expect(near.knows("flask") && !near.knows("requests"))
        #expect(near.knows("ledger") && near.knows("helpers") && near.knows("api_own"))
        #expect(try #require(try packages(files, for: "tools/a.py", "python")).knows("requests"))
    }

    @Test func `Workspaces, aliases and folders of a script project are its own`() throws {
        let files = [
            "yarn.lock": "a@^1:\n  version \"1\"\n", "packages/own/package.json": "{\"name\": \"@shop/own\"}",
            "src/components/a.ts": "",
            "web/tsconfig.json": "{\"compilerOptions\": {\"paths\": {\"@web/*\": [\"./src/*\"]}}}",
            "package.json": "{\"devDependencies\": {\"later\": \"1\"}}",
        ]
        let found = try #require(try packages(files, for: "web/src/b.ts", "typescript"))
        for name in ["a", "@shop/own", "components/a", "@web/x", "later"] { #expect(found.knows(name), "\(name)") }
        for name in ["@shop/other", "b"] { #expect(!found.knows(name), "\(name)") }
    }

    @Test func `A renamed dependency and other modules of the project are known`() throws {
        let rust = try #require(
            try packages(
                [
                    "Cargo.lock": "",
                    "Cargo.toml": "[dependencies]\nshort = { package = \"long-name\" }\n[dependencies.other]\n",
                ],
                for: "src/a.rs", "rust"))
        #expect(rust.knows("short") && rust.knows("other") && !rust.knows("made_up"))
        let go = try #require(
            try packages(["go.mod": "module a.example/x\n", "tools/go.mod": "module b.example/y\n"], for: "a.go", "go"))
        #expect(go.knows("b.example/y/z") && !go.knows("b.example/yy"))
    }

    @Test func `A link out of the project is not followed`() throws {
        try folder.write("outside/poetry.lock", "[[package]]\nname = \"flask\"\n")
        try folder.write("shop/a.py", "import flask\n")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/shop/poetry.lock", withDestinationPath: folder.path + "/outside/poetry.lock")
        let search = PackageSearch(ProjectFiles(folder: folder.path + "/shop"))
        #expect(search.packages(for: "a.py", language: "python") == nil)
    }
}

/// What an edit imports, and what becomes of the finding when the package is installed.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct ImportAuditingTests {
    private static let lock = "[[package]]\nname = \"requests\"\n"

    private func open(_ store: Store) throws -> [String] {
        var auditing = try StoreAuditing(store: store, now: 5)
        try auditing.run()
        var shown: [String] = []
        var findings = StoreFindings(store: store, now: 5)
        _ = try findings.each(matching: .everything, since: nil, hygiene: false) {
            shown.append("\($0.rule) \($0.line ?? 0)")
        }
        return shown
    }

    @Test func `An import that nobody has is a finding, until the lock file knows it`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: "import requests\nimport reqeusts\n")
        #expect(try open(copy.store) == [], "without a lock file nothing is said")
        try copy.write("poetry.lock", Self.lock)
        try copy.edit("b.py", to: "import requests\nimport reqeusts\n")
        #expect(try open(copy.store) == ["import.unknown-package 2"])
        try copy.write("poetry.lock", Self.lock + "[[package]]\nname = \"reqeusts\"\n")
        #expect(try open(copy.store) == [])
        try copy.write("poetry.lock", Self.lock)
        #expect(try open(copy.store) == ["import.unknown-package 2"])
    }
}
