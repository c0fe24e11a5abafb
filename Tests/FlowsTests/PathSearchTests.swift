import Flows
import Testing

struct PathSearchTests {
    private static let shop = [
        "README.md", "main.py", "src/pay/refund.py", "src/pay/__init__.py", "src/cart/__init__.py", "web/src/App.tsx",
        "web/src/pages/Cart.tsx", "admin/src/App.tsx", "Sources/Pay/Refunds/Refund.swift", "Sources/Pay/main.swift",
        "Sources/Cart/main.swift", "api/src/main/kotlin/refund/RefundService.kt", "pay/refund.go",
        "api/src/main/java/com/acme/pay/Order.java", "old/src/main/java/com/acme/pay/Order.java", "a b/c d.js",
        "vendor/lib/x.go", "src/express.js",
    ]

    private func find(
        _ text: String, as kind: PathSearch.Kind = .file, _ mappings: [PathMapping] = [], _ repository: String? = nil
    ) -> PathMatch {
        PathSearch(PathIndex(Self.shop), mappings: mappings, repository: repository).find(text, as: kind)
    }

    @Test(arguments: [
        ("src/pay/refund.py", "src/pay/refund.py", PathMatch.Ground.exact),
        ("./src/pay/refund.py", "src/pay/refund.py", .exact),
        ("/app/src/pay/refund.py", "src/pay/refund.py", .suffix(components: 3)),
        ("/app/main.py", "main.py", .suffix(components: 1)),
        ("pay/refund.py", "src/pay/refund.py", .suffix(components: 2)),
        ("refund.py", "src/pay/refund.py", .suffix(components: 1)),
        (#"C:\work\shop\src\pay\refund.py"#, "src/pay/refund.py", .suffix(components: 3)),
        (#"src\pay\refund.py"#, "src/pay/refund.py", .exact),
        ("file:///srv/shop/src/pay/refund.py", "src/pay/refund.py", .suffix(components: 3)),
        ("file:///C:/shop/src/pay/refund.py", "src/pay/refund.py", .suffix(components: 3)),
        ("app:///src/pay/refund.py", "src/pay/refund.py", .exact),
        ("webpack:///./web/src/App.tsx?295", "web/src/App.tsx", .exact),
        ("webpack://shop/./web/src/pages/Cart.tsx", "web/src/pages/Cart.tsx", .exact),
        ("https://shop.example.com/web/src/App.tsx?v=3#x", "web/src/App.tsx", .exact),
        ("file:///w/a%20b/c%20d.js", "a b/c d.js", .suffix(components: 2)),
        ("/build/../srv/./web/src/App.tsx", "web/src/App.tsx", .suffix(components: 3)),
        ("/go/src/github.com/acme/shop/pay/refund.go", "pay/refund.go", .suffix(components: 2)),
        ("/app/vendor/lib/x.go", "vendor/lib/x.go", .suffix(components: 3)),
    ])
    func `A path is found by itself or by the longest end`(
        text: String, path: String, ground: PathMatch.Ground
    ) {
        #expect(find(text) == .one(path, ground))
    }

    @Test func `Where several fit all are told and none is picked`() {
        #expect(find("src/App.tsx") == .several(["admin/src/App.tsx", "web/src/App.tsx"], count: 2))
        #expect(
            find("com/acme/pay/Order.java", as: .package)
                == .several(
                    ["api/src/main/java/com/acme/pay/Order.java", "old/src/main/java/com/acme/pay/Order.java"], count: 2
                ))
        #expect(find("/srv/web/src/App.tsx").path == "web/src/App.tsx")
        #expect(find("main.swift") == .several(["Sources/Cart/main.swift", "Sources/Pay/main.swift"], count: 2))
    }

    @Test(arguments: [
        "/app/node_modules/express/src/express.js", "/usr/lib/python3.11/site-packages/pay/main.py",
        "/usr/local/lib/python3.11/main.py", "/rustc/90b35a/library/main.py", "/other/pay/order.py", "<string>",
        "[eval]", "node:internal/main.py\n", "", "/", "github.com/other/lib@v1.2.3/pay/refund.go",
        "/root/go/pkg/mod/github.com/!other/lib@v1.2.3/pay/refund.go", "/usr/local/cargo/registry/src/x-1.0/main.py",
    ])
    func `Library code and what is no path is not found`(text: String) {
        #expect(find(text, as: .file, [], "github.com/acme/shop") == .none)
    }

    @Test func `A module of Go is ours by its name`() {
        let ours = find("github.com/Acme/shop@v1.2.3/pay/refund.go", as: .file, [], "github.com/acme/shop")
        #expect(ours == .one("pay/refund.go", .exact))
        let cached = find(
            "/go/pkg/mod/github.com/!acme/shop@v1.2.3/pay/refund.go", as: .file, [], "github.com/acme/shop")
        #expect(cached.path == "pay/refund.go")
    }

    @Test func `Configured mappings count before ends, the longest first`() {
        let mappings = [
            PathMapping(from: "/opt", to: ""), PathMapping(from: "/opt/front/", to: "web/src"),
            PathMapping(from: "app:///", to: "admin"),
        ]
        #expect(find("/opt/front/App.tsx", as: .file, mappings) == .one("web/src/App.tsx", .mapped(mappings[1])))
        #expect(find("/opt/front/None.tsx", as: .file, mappings) == .none)
        #expect(find("app:///src/App.tsx", as: .file, mappings) == .one("admin/src/App.tsx", .mapped(mappings[2])))
    }

    @Test func `Folders that a package has in common with all others may be left out`() {
        #expect(
            find("com/acme/shop/refund/RefundService.kt", as: .package)
                == .one("api/src/main/kotlin/refund/RefundService.kt", .likeness(components: 2)))
        #expect(find("com/google/common/RefundService.kt", as: .package) == .none)
        #expect(find("/srv/other/refund/RefundService.kt") == .none)
    }

    @Test func `A module of Swift holds its files at any depth`() {
        #expect(find("Pay/Refund.swift", as: .module) == .one("Sources/Pay/Refunds/Refund.swift", .module))
        #expect(find("Pay/main.swift", as: .module) == .one("Sources/Pay/main.swift", .suffix(components: 2)))
        #expect(find("Swift/Refund.swift", as: .module) == .none)
    }

    @Test func `Hundreds of thousands of files are no matter, nor are as many of one name`() {
        var paths = (0..<300_000).map { "pkg/m\($0 % 997)/d\($0)/file\($0 % 50_000).py" }
        paths += (0..<300_000).map { "pkg/d\($0)/__init__.py" }
        let index = PathIndex(paths)
        #expect(index.count == 600_000)
        let search = PathSearch(index)
        #expect(search.find("/srv/d77777/__init__.py") == .none)
        #expect(search.find("d77777/__init__.py").path == "pkg/d77777/__init__.py")
        #expect(search.find("/app/pkg/d77777/__init__.py").path == "pkg/d77777/__init__.py")
        guard case .several(let some, 300_000) = search.find("__init__.py") else {
            Issue.record("not all were counted")
            return
        }
        #expect(some.count == PathSearch.mostCandidates)
    }
}
