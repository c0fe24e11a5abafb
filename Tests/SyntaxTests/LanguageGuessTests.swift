import Testing

@testable import Syntax

/// Which language a snippet without a name is in: pieces as models give them, without heads or imports.
@Suite struct LanguageGuessTests {
    @Test(arguments: [
        ("python", "if user is None:\n    raise KeyError(name)\nreturn [order.total for order in user.orders]\n"),
        (
            "javascript",
            "$(\"#go\").on(\"click\", function () {\n  var name = $(this).val();\n  $(\".out\").html(name);\n});\n"
        ),
        ("typescript", "export interface Order {\n  id: number;\n  note?: string;\n}\n"),
        ("java", "final Random random = new Random();\nString token = Long.toString(random.nextLong());\n"),
        ("kotlin", "val names = listOf(\"a\", \"b\")\nfun first(): String? = names.firstOrNull()\n"),
        ("go", "rows, err := db.Query(query)\nif err != nil {\n\treturn nil, err\n}\n"),
        ("ruby", "def show\n  @order = Order.find(params[:id])\n  redirect_to root_path unless @order\nend\n"),
        ("php", "$name = $_GET['name'];\necho 'Hello ' . $name;\nforeach ($rows as $row) { print($row['id']); }\n"),
        ("c", "char *copy = malloc(strlen(name) + 1);\nif (copy == NULL) return -1;\nstrcpy(copy, name);\n"),
        ("cpp", "std::vector<int> ids;\nfor (const auto& order : orders) ids.push_back(order.id());\n"),
        ("csharp", "var orders = new List<Order>();\nforeach (var order in all) { orders.Add(order.ToString()); }\n"),
        ("rust", "let mut file = File::open(&path)?;\nlet text = String::from_utf8(bytes).unwrap();\n"),
        ("swift", "guard let name = names.first else { return nil }\nif let order = orders[name] { print(order) }\n"),
        ("shell", "if [ -z \"$1\" ]; then\n  echo \"usage: $0 FILE\" >&2\n  exit 1\nfi\n"),
        ("sql", "SELECT id, name\nFROM orders\nWHERE total > 10\n"),
        ("dockerfile", "FROM debian:12\nRUN apt-get update\nCOPY . /app\n"),
        ("yaml", "jobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n"),
    ])
    func `A piece is told by how it is written`(language: String, code: String) {
        #expect(LanguageGuess.language(of: code) == language)
        #expect(LanguageGuess.language(of: code.replacing("\n", with: "\r\n")) == language, "whatever ends its lines")
    }

    @Test func `What says which program runs it needs no other sign`() {
        #expect(LanguageGuess.language(of: "#!/usr/bin/env python3\n1\n") == "python")
        #expect(LanguageGuess.language(of: "#!/bin/sh\n:\n") == "shell")
    }

    @Test func `What no sign tells is not guessed`() {
        for text in ["", "x", "???", "The quick brown fox\njumps over the lazy dog.\n", "1 + 2\n"] {
            #expect(LanguageGuess.language(of: text) == nil, "\(text)")
        }
    }

    @Test func `A sign counts once, however often it stands there`() {
        let one = "const a = 1;\nSELECT 1\n"
        let many = String(repeating: "const a = 1;\n", count: 200) + "SELECT 1\n"
        #expect(LanguageGuess.language(of: one) == LanguageGuess.language(of: many))
    }
}
