// swift-tools-version: 6.2

import PackageDescription

/// One array for every target: a floor imports only what its file names, and what it names stays its own affair.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "colophon",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "colophon", targets: ["colophon"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(name: "colophon", dependencies: ["Commands", "Dashboard"], swiftSettings: settings),
        .target(
            name: "Commands",
            dependencies: [
                "Flows", "Ingest", "Trace", "Graph", "Metrics", "Scanners", "Engines", "Store", "Audit", "Redaction",
                "Git", "Terminal", "Text", "Provenance",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(
            name: "Dashboard",
            dependencies: [
                "Flows", "Ingest", "Metrics", "Trace", "Graph", "Store", "Redaction", "Syntax", "Text", "Provenance",
                "Terminal",
            ],
            swiftSettings: settings),
        .target(
            name: "Flows",
            dependencies: [
                "Ingest", "Trace", "Graph", "Metrics", "Scanners", "Engines", "Store", "Audit", "Redaction", "Git",
                "Syntax", "Text", "Provenance",
            ],
            exclude: ["Record/README.md"],
            swiftSettings: settings),
        .target(name: "Ingest", dependencies: ["Store", "Text", "Provenance"], swiftSettings: settings),
        .target(name: "Graph", dependencies: ["Store", "Text", "Provenance"], swiftSettings: settings),
        .target(name: "Metrics", dependencies: ["Store", "Text", "Provenance"], swiftSettings: settings),
        .target(
            name: "Store",
            dependencies: [
                "Text", "Provenance", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            exclude: ["Schema/README.md"],
            swiftSettings: settings),
        .target(name: "Redaction", dependencies: ["Text", "Provenance"], swiftSettings: settings),
        .target(name: "Git", dependencies: ["Text", "Provenance"], swiftSettings: settings),
        .target(name: "Trace", dependencies: ["Text", "Provenance"], swiftSettings: settings),
        .target(name: "Scanners", dependencies: ["Text", "Provenance"], swiftSettings: settings),
        .target(name: "Engines", dependencies: ["CCurl", "Text", "Provenance"], swiftSettings: settings),
        .target(name: "CCurl"),
        .target(
            name: "Audit", dependencies: ["Syntax", "Text", "Provenance"], exclude: ["README.md"],
            swiftSettings: settings),
        .target(name: "Syntax", dependencies: ["Provenance"], swiftSettings: settings),
        .target(name: "Text", dependencies: ["Provenance"], swiftSettings: settings),
        .target(name: "Provenance", swiftSettings: settings),
        .target(name: "Terminal", dependencies: ["CNcurses", "Text", "Themes"], swiftSettings: settings),
        .target(
            name: "Themes", path: "themes",
            resources: [
                .embedInCode("default.toml"), .embedInCode("dark.toml"), .embedInCode("light.toml"),
                .embedInCode("high-contrast.toml"), .embedInCode("colour-blind-safe.toml"), .embedInCode("mono.toml"),
            ],
            swiftSettings: settings),
        .target(
            name: "CNcurses",
            linkerSettings: [
                .linkedLibrary("ncursesw", .when(platforms: [.linux])),
                .linkedLibrary("ncurses", .when(platforms: [.macOS])),
            ]),

        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Text", "Provenance", "Flows", "Ingest", "Redaction", "TestSupport", "colophon",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["foreign_writer.py"],
            swiftSettings: settings),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "Text", "Provenance", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "FlowsTests",
            dependencies: [
                "Flows", "Engines", "Ingest", "Trace", "Scanners", "Store", "Audit", "Redaction", "Git", "Text",
                "Provenance",
                "TestSupport", "colophon",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Workflows/report.md"],
            swiftSettings: settings),
        .testTarget(
            name: "GraphTests",
            dependencies: ["Graph", "Store", "Text", "Provenance", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "MetricsTests",
            dependencies: ["Metrics", "Store", "Text", "Provenance", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(name: "RedactionTests", dependencies: ["Redaction", "Text"], swiftSettings: settings),
        .testTarget(name: "GitTests", dependencies: ["Git"], swiftSettings: settings),
        .testTarget(name: "TraceTests", dependencies: ["Trace", "Text", "Provenance"], swiftSettings: settings),
        .testTarget(name: "EnginesTests", dependencies: ["Engines", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "ScannersTests", dependencies: ["Scanners", "Text", "Provenance"], swiftSettings: settings),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "Syntax", "Text", "Provenance"], swiftSettings: settings),
        .executableTarget(
            name: "audit-lines", dependencies: ["Audit", "Text", "Provenance"], path: "Tests/AuditLines",
            swiftSettings: settings),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Provenance"], swiftSettings: settings),
        .testTarget(name: "TextTests", dependencies: ["Text", "Provenance"], swiftSettings: settings),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["Dashboard", "Flows", "Metrics", "Trace", "Store", "Terminal", "Text", "Provenance"],
            exclude: ["Screens"],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["TestSupport", "colophon"], exclude: ["Screens"],
            swiftSettings: settings),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "TestSupport", "Text", "Themes", "terminal-probe"],
            swiftSettings: settings),
        .executableTarget(
            name: "terminal-probe", dependencies: ["Terminal"], path: "Tests/TerminalProbe", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["CPty", "Text", "Provenance"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .target(
            name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util", .when(platforms: [.linux]))]),
    ],
    swiftLanguageModes: [.v6]
)
