extension CodeStyle {
    static let swift = CodeStyle(
        endings: [".swift"],
        header: """
            import Foundation

            /// The $a $n of the $m.
            """,
        parts: [
            #"""
            struct $N$M: Equatable, Sendable {
                var $f: String
                var $g = $k

                var is$N: Bool { $g > $k && !$f.isEmpty }
            }
            """#,
            #"""
            func $v$N(_ $n: $N, $f: String? = nil) throws -> $M {
                guard let $m = $n.$ms.first(where: { $0.$f == $f }) else {
                    throw $N$MError.$a($f ?? "$u")
                }
                return $m
            }
            """#,
            #"""
            extension $N {
                /// Nil where the $m is $a.
                mutating func $v(_ $ms: [$M]) -> Int? {
                    guard !$ms.isEmpty else { return nil }
                    $f = $ms.map(\.$f).max() ?? $f
                    return $ms.reduce(0) { $0 + $1.$g }
                }
            }
            """#,
            #"""
            @Test func `a $a $n keeps its $f`() throws {
                var $n = $N($f: "$u", $g: $k)
                #expect($n.$v([]) == nil)
                #expect($n.$f == "$u")
            }
            """#,
            #"""
            actor $N$MStore {
                private var $ns: [String: $N] = [:]

                func $v(_ $n: $N) async throws {
                    try await Task.sleep(for: .milliseconds($k))
                    $ns[$n.$f] = $n
                }
            }
            """#,
            #"""
            enum $N$MError: Error {
                case $a(String)
                case no$F(limit: Int)
            }
            """#,
        ])
}
