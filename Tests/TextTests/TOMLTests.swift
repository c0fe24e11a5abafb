import Testing
import Text

struct TOMLTests {
    private func table(_ text: String) throws(TOMLError) -> TOMLTable { try TOMLTable(parsing: Array(text.utf8)) }

    private func value(_ text: String) throws -> TOMLValue? { try table("a = " + text)["a"]?.value }

    @Test(
        arguments: [
            ("\"a\\t\\\"\\u00e9\\U0001F600\"", .string("a\t\"é😀")), ("'C:\\no'", .string("C:\\no")),
            ("\"\"", .string("")), ("''", .string("")),
            ("\"\"\"\none\n two\"\"\"", .string("one\n two")), ("\"\"\"a \\\n   b\"\"\"", .string("a b")),
            ("'''it''s'''", .string("it''s")), ("\"\"\"\"quoted\"\"\"\"", .string("\"quoted\"")),
            ("42", .integer(42)), ("-17", .integer(-17)), ("+9", .integer(9)), ("1_000", .integer(1000)),
            ("0", .integer(0)),
            ("0xDEAD_beef", .integer(0xDEAD_BEEF)), ("0o755", .integer(493)), ("0b101", .integer(5)),
            ("3.5", .float(3.5)), ("-1e3", .float(-1000)), ("6.02e+2", .float(602)), ("inf", .float(.infinity)),
            ("true", .boolean(true)), ("false", .boolean(false)),
            ("1979-05-27T07:32:00Z", .moment("1979-05-27T07:32:00Z")), ("1979-05-27", .moment("1979-05-27")),
            ("1979-05-27 07:32:00", .moment("1979-05-27 07:32:00")), ("07:32:00", .moment("07:32:00")),
            ("[1, \"two\", [3],\n # more\n]", .array([.integer(1), .string("two"), .array([.integer(3)])])),
        ] as [(String, TOMLValue)])
    func `a value is read as it is meant`(text: String, value: TOMLValue) throws {
        #expect(try self.value(text) == value)
    }

    @Test func `keys come in their order, each with its line`() throws {
        let table = try table("\u{FEFF}# first\r\n\r\nb = 1 # one\r\n\"a.b\" = 2\n\n[t]\nc = { d = 1, e.f = \"x\" }\n")
        #expect(table.entries.map(\.key) == ["b", "a.b", "t"])
        #expect(table.entries.map(\.line) == [3, 4, 6])
        guard case .table(let inner)? = table["t"]?.value, case .table(let deep)? = inner["c"]?.value else {
            Issue.record("there is no such table")
            return
        }
        #expect(inner["c"]?.line == 7)
        #expect(deep.entries.map(\.key) == ["d", "e"])
    }

    @Test func `tables of tables, in any order`() throws {
        let table = try table("[a.b]\nx = 1\n[a]\ny = 2\n[[list]]\nn = 1\n[list.sub]\nm = 3\n[[list]]\nn = 2\n")
        guard case .table(let a)? = table["a"]?.value, case .array(let list)? = table["list"]?.value else {
            Issue.record("there is no such table")
            return
        }
        #expect(a.entries.map(\.key) == ["b", "y"])
        #expect(list.count == 2)
    }

    @Test(arguments: [
        ("a", 1), ("a = ", 1), ("a = 1 b = 2", 1), ("\na = \"open", 2), ("a = \"two\nlines\"", 1), ("a = 01", 1),
        ("a = 1__0", 1), ("a = _1", 1), ("a = 1_", 1), ("a = .5", 1), ("a = 5.", 1), ("a = 0x", 1), ("a = 0x-1", 1),
        ("a = 99999999999999999999", 1), ("a = \"\\q\"", 1), ("a = \"\\ud800\"", 1), ("a = yes", 1), ("= 1", 1),
        ("a = 1\na = 2", 2), ("[a]\n[a]", 2), ("a = 1\n[a]", 2), ("a = 1\n[a.b]", 2), ("a = {b = 1}\na.c = 2", 2),
        ("a = [1]\n[[a]]", 2), ("[[a]]\n[a]", 2), ("a.b = 1\n[a]", 2), ("[a", 1), ("[[a]", 1), ("a = [1", 1),
        ("a = {b = 1", 1), ("a = {b = 1,}", 1), ("a = {b = 1,\nc = 2}", 1), ("a = \"\u{1}\"", 1), ("\n# \u{7F}", 2),
        ("a.b.c = 1\na.b = 2", 2), ("[a.b]\nx = 1\n[a]\nb = 1", 4), ("\"\"\"k\"\"\" = 1", 1),
    ])
    func `what is no TOML is refused at its line`(text: String, line: Int) throws {
        #expect { try table(text) } throws: { error in
            guard let error = error as? TOMLError else { return false }
            return error.line == line
        }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: TOMLError.self) { try TOMLTable(parsing: [0x61, 0x3D, 0x22, 0xFF, 0x22]) }
    }

    @Test func `what nests without end is refused, not followed`() {
        #expect(throws: TOMLError.self) { try table("a = " + String(repeating: "[", count: 100_000)) }
        #expect(throws: TOMLError.self) { try table(String(repeating: "a.", count: 100_000) + "a = 1") }
        #expect(throws: TOMLError.self) { try table("a = " + String(repeating: "{a=", count: 100_000)) }
    }

    @Test func `many keys take time in proportion`() throws {
        let text = (0..<20_000).map { "key\($0) = \($0)\n[t\($0)]\n" }.joined()
        #expect(try table(text).entries.count == 20_001)
    }

    @Test func `no bytes crash it`() {
        let alphabet = Array("a=\"'[]{}.,#\n\\u0-1:T_ex é".utf8)
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0..<40)).map { _ in alphabet.randomElement() ?? 0 }
            _ = try? TOMLTable(parsing: bytes)
        }
    }
}
