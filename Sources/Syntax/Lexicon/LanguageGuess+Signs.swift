extension LanguageGuess {
    /// What speaks for a language, and how much: the begins of lines (and their ends), and what stands anywhere.
    static let signs: [(language: String, signs: [Sign])] = [
        (
            "python",
            [
                .begin(3, "@pytest"), .begin(3, "async def ", ":"), .begin(3, "def ", ":"), .begin(3, "except ", ":"),
                .begin(3, "try:", "try:"), .begin(2, "class ", ":"), .begin(2, "elif ", ":"),
                .begin(2, "else:", "else:"), .begin(2, "except", ":"), .begin(2, "for ", ":"), .begin(2, "if ", ":"),
                .begin(2, "while ", ":"), .begin(2, "with ", ":"), .begin(1, "# "), .begin(1, "@app.route"),
                .begin(1, "assert "), .begin(1, "from "), .begin(1, "import "), .begin(1, "raise "),
                .has(3, "**kwargs"), .has(2, " is None"), .has(2, "(f'"), .has(2, "(f\""), .has(2, "\"\"\""),
                .has(2, "__name__"), .has(2, "hashlib."), .has(2, "os.path"), .has(2, "subprocess."),
                .has(1, " None"), .has(1, " f\""), .has(1, " is not "), .has(1, " not in "), .has(1, ".append("),
                .has(1, "False"), .has(1, "True"), .has(1, "elif "), .has(1, "lambda "), .has(1, "print("),
                .has(1, "self."),
            ]
        ),
        (
            "javascript",
            [
                .begin(2, "function ", "{"), .begin(2, "} from "), .begin(2, "});"), .begin(1, "// "),
                .begin(1, "const "), .begin(1, "export "), .begin(1, "import ", ";"), .begin(1, "let "),
                .begin(1, "var "), .has(3, ".addEventListener("), .has(3, "console.log"), .has(3, "jQuery"),
                .has(3, "module.exports"), .has(3, "new Promise("), .has(3, "res.send("), .has(2, "$("),
                .has(2, "$."), .has(2, ".prototype."), .has(2, ".then("), .has(2, ": function"), .has(2, "==="),
                .has(2, "JSON."), .has(2, "const {"), .has(2, "document."), .has(2, "exports."),
                .has(2, "function ("), .has(2, "function("), .has(2, "innerHTML"), .has(2, "process.env"),
                .has(2, "require("), .has(2, "undefined"), .has(2, "window."), .has(1, "!=="), .has(1, "=> "),
                .has(1, "=> {"), .has(1, "Math."), .has(1, "async function"), .has(1, "await "), .has(1, "new Date("),
                .has(1, "typeof "), .has(1, "var "),
            ]
        ),
        (
            "typescript",
            [
                .begin(3, "export type "), .begin(3, "import type"), .begin(2, "interface ", "{"), .begin(2, "type "),
                .begin(1, "const "), .begin(1, "import {"), .has(4, "=> void"), .has(4, "export interface "),
                .has(3, ": Promise<"), .has(3, ": string"), .has(3, ": string[]"), .has(3, "<string"),
                .has(3, "| undefined"), .has(2, " as any"), .has(2, ": boolean"), .has(2, ": number"), .has(2, "?: "),
                .has(2, "as const"), .has(1, ": void"), .has(1, "<T"), .has(1, "==="), .has(1, "=> {"),
                .has(1, "readonly "), .has(1, "unknown"), .has(1, "| null"),
            ]
        ),
        (
            "java",
            [
                .begin(4, "import java", ";"), .begin(3, "public class "), .begin(2, "@Override"), .begin(2, "@Test"),
                .begin(2, "package ", ";"), .begin(1, "/**"), .begin(1, "private "), .begin(1, "protected "),
                .begin(1, "public ", "{"), .begin(1, "public "), .has(4, "HttpServletRequest"), .has(4, "{@code"),
                .has(3, "System.out.print"), .has(3, "public static void main"), .has(2, " implements "),
                .has(2, "(String) "), .has(2, ".class)"), .has(2, ".equals("), .has(2, ".getClass()"),
                .has(2, ".getInstance("), .has(2, "String "), .has(2, "String[] "), .has(2, "boolean "),
                .has(2, "instanceof "), .has(2, "new ArrayList<"), .has(2, "synchronized"), .has(1, ".size()"),
                .has(1, ".toString()"), .has(1, "@param"), .has(1, "Exception e)"), .has(1, "InputStream"),
                .has(1, "Integer"), .has(1, "List<String>"), .has(1, "Map<"), .has(1, "System."),
                .has(1, "assertThat("), .has(1, "byte[] "), .has(1, "catch ("), .has(1, "char[] "), .has(1, "final "),
                .has(1, "for (int "), .has(1, "new "), .has(1, "new Random("), .has(1, "private final "),
                .has(1, "this."), .has(1, "throw new "), .has(1, "throws "),
            ]
        ),
        (
            "kotlin",
            [
                .begin(4, "import kotlin"), .begin(3, "data class "), .begin(3, "fun "), .begin(3, "override fun "),
                .begin(3, "suspend fun "), .begin(3, "val "), .begin(2, "internal "), .begin(2, "private val "),
                .has(4, "companion object"), .has(4, "import kotlinx"), .has(4, "private fun "), .has(3, "::class"),
                .has(3, "assertFailsWith"), .has(3, "lateinit "), .has(3, "listOf("), .has(3, "mutableListOf"),
                .has(3, "override fun"), .has(3, "when ("), .has(2, " until "), .has(2, ": Int"), .has(2, ": String"),
                .has(2, "fun "), .has(1, " in 0"), .has(1, "!!"), .has(1, "?."), .has(1, "?: "),
                .has(1, "ByteString"), .has(1, "assertEquals("), .has(1, "println("),
            ]
        ),
        (
            "go",
            [
                .begin(4, "for _, ", "{"), .begin(3, "func ", "{"), .begin(3, "go func"), .begin(3, "if err", "{"),
                .begin(3, "type ", "struct {"), .begin(2, "defer "), .begin(2, "func("), .begin(2, "import ("),
                .begin(2, "return ", "nil"), .begin(1, "// "), .begin(1, "case ", ":"), .begin(1, "if ", "{"),
                .begin(1, "package "), .has(4, "*testing.T"), .has(3, "[]string"), .has(3, "err != nil"),
                .has(3, "func ("), .has(3, "interface{}"), .has(3, "json:\""), .has(3, "map[string]"),
                .has(3, "t.Error"), .has(2, " := "), .has(2, "[]byte"), .has(2, "fmt."), .has(2, "struct{"),
                .has(1, " nil"), .has(1, "err = "), .has(1, "http."), .has(1, "make("),
            ]
        ),
        (
            "ruby",
            [
                .begin(4, "get '", "do"), .begin(3, "attr_"), .begin(3, "describe "), .begin(3, "it '"),
                .begin(3, "it \""), .begin(3, "rescue"), .begin(2, "elsif "), .begin(2, "end"), .begin(2, "puts "),
                .begin(2, "require '"), .begin(2, "when "), .begin(1, "# "), .begin(1, "@"), .begin(1, "assert"),
                .begin(1, "class "), .begin(1, "def "), .begin(1, "end", "end"), .begin(1, "expect"),
                .begin(1, "module "), .begin(1, "require"), .begin(1, "unless "), .has(3, " do |"),
                .has(3, " unless "), .has(3, ".empty?"), .has(3, ".nil?"), .has(3, "Rails."), .has(3, "params[:"),
                .has(3, "{ |"), .has(3, "||="), .has(2, "#{"), .has(2, "ENV["), .has(2, "attr_"), .has(2, "params["),
                .has(1, " = @"), .has(1, " do\n"), .has(1, "&."), .has(1, ".each "), .has(1, "=> '"), .has(1, "?("),
                .has(1, "raise "),
            ]
        ),
        (
            "php",
            [
                .begin(3, "private function "), .begin(3, "protected function "), .begin(3, "public function "),
                .begin(3, "return $", ";"), .begin(2, "$", ";"), .begin(2, "* @return"), .begin(2, "echo ", ";"),
                .begin(1, "/**"), .begin(1, "use ", ";"), .has(6, "<?php"), .has(4, "$this->"), .has(4, "<?="),
                .has(4, "htmlspecialchars("), .has(3, "$_"), .has(3, "array $"), .has(3, "mysqli_"),
                .has(3, "string $"), .has(2, " => $"), .has(2, "$request"), .has(2, "->assert"), .has(2, "array("),
                .has(2, "isset("), .has(2, "self::"), .has(2, "static fn"), .has(1, " => '"), .has(1, "($"),
                .has(1, "->"), .has(1, "::class"), .has(1, "foreach ("), .has(1, "function "), .has(-2, "$."),
                .has(-3, "$("),
            ]
        ),
        (
            "c",
            [
                .begin(2, "#include <", ">"), .begin(2, "char ", ";"), .begin(1, "#define "), .begin(1, "#endif"),
                .begin(1, "#if"), .begin(1, "/*"), .begin(1, "int ", ";"), .begin(1, "static "),
                .begin(1, "struct ", "{"), .begin(1, "struct ", ";"), .begin(1, "void "), .has(2, "#ifdef"),
                .has(2, "NULL"), .has(2, "char *"), .has(2, "const char"), .has(2, "fprintf("), .has(2, "int main("),
                .has(2, "long long"), .has(2, "malloc("), .has(2, "memcpy("), .has(2, "strcpy("), .has(2, "strlen("),
                .has(2, "unsigned "), .has(2, "void *"), .has(1, " *"), .has(1, "!= NULL"), .has(1, "*)"),
                .has(1, "->"), .has(1, "free("), .has(1, "goto "), .has(1, "int "), .has(1, "int i"),
                .has(1, "printf("), .has(1, "size_t "), .has(1, "sizeof("), .has(1, "struct "), .has(1, "uint"),
            ]
        ),
        (
            "cpp",
            [
                .begin(4, "using namespace ", ";"), .begin(3, "private:"), .begin(3, "protected:"),
                .begin(3, "public:"), .begin(3, "template"), .begin(2, "namespace ", "{"),
                .begin(1, "#include <", ">"), .begin(1, "class ", "{"), .has(5, "std::"),
                .has(4, "reinterpret_cast<"), .has(4, "static_cast<"), .has(3, "EXPECT_"), .has(3, "QString"),
                .has(3, "TEST("), .has(3, "const auto"), .has(3, "constexpr "), .has(3, "cout <<"),
                .has(3, "noexcept"), .has(3, "template <"), .has(3, "vector<"), .has(2, "const std"),
                .has(2, "delete "), .has(2, "nullptr"), .has(2, "string& "), .has(2, "this->"), .has(2, "virtual "),
                .has(1, "(const "), .has(1, "->"), .has(1, "::"), .has(1, "NULL"), .has(1, "auto "), .has(1, "bool "),
                .has(1, "const char"), .has(1, "int main("), .has(1, "new "), .has(1, "unsigned "),
            ]
        ),
        (
            "csharp",
            [
                .begin(5, "/// <"), .begin(4, "using System", ";"), .begin(3, "#region"), .begin(3, "[Fact"),
                .begin(3, "[Http"), .begin(3, "[Test"), .begin(2, "internal "), .begin(2, "namespace "),
                .begin(2, "public class "), .begin(2, "using ", ";"), .begin(1, "#if "), .begin(1, "[", "]"),
                .has(4, "{ get; set; }"), .has(3, ".ToString()"), .has(3, "Console.Write"), .has(3, "IEnumerable"),
                .has(3, "IList<"), .has(3, "foreach (var "), .has(3, "nameof("), .has(3, "private readonly "),
                .has(3, "public async Task"), .has(2, "Assert."), .has(2, "Console."), .has(2, "Convert."),
                .has(2, "JsonConvert"), .has(2, "int."), .has(2, "new List<"), .has(2, "out var "),
                .has(2, "public override "), .has(2, "string."), .has(1, ".Length"), .has(1, "Byte[]"),
                .has(1, "DateTime"), .has(1, "bool "), .has(1, "foreach ("), .has(1, "new "),
                .has(1, "new Exception("), .has(1, "object "), .has(1, "out "), .has(1, "private "),
                .has(1, "public "), .has(1, "string "), .has(1, "throw new "), .has(1, "var "),
            ]
        ),
        (
            "rust",
            [
                .begin(3, "#[", "]"), .begin(3, "//! "), .begin(3, "fn ", "{"), .begin(3, "impl ", "{"),
                .begin(3, "let mut "), .begin(3, "pub fn ", "{"), .begin(2, "/// "), .begin(2, "fn "),
                .begin(1, "let ", ";"), .begin(1, "use ", ";"), .has(5, "use std::"), .has(4, "pub(crate)"),
                .has(4, "std::mem"), .has(3, "&mut "), .has(3, "&self"), .has(3, "as *const"), .has(3, "assert_eq!("),
                .has(3, "format!("), .has(3, "println!("), .has(3, "vec!["), .has(2, "&'"), .has(2, "&str"),
                .has(2, ".unwrap()"), .has(2, "::<"), .has(2, "?;"), .has(2, "Box<"), .has(2, "Ok("),
                .has(2, "Option<"), .has(2, "Result<"), .has(2, "String::"), .has(2, "impl "), .has(2, "ptr::"),
                .has(2, "unsafe {"), .has(2, "unwrap()"), .has(2, "usize"), .has(1, "!("), .has(1, "&["),
                .has(1, "-> "), .has(1, "::"), .has(1, "::new("), .has(1, "=> "), .has(1, "Some("), .has(1, "let "),
                .has(1, "match "), .has(1, "pub "), .has(1, "self."), .has(1, "u32"), .has(1, "u8"),
                .has(1, "unsafe "),
            ]
        ),
        (
            "swift",
            [
                .begin(4, "import Foundation"), .begin(4, "import SwiftUI"), .begin(4, "import XCTest"),
                .begin(4, "public func "), .begin(3, "#expect"), .begin(3, "case ."), .begin(3, "guard "),
                .begin(2, "extension ", "{"), .begin(2, "func ", "{"), .begin(1, "///"), .begin(1, "func "),
                .begin(1, "let "), .begin(1, "struct ", "{"), .begin(1, "var "), .has(4, "XCTAssert"),
                .has(4, "public init"), .has(4, "public var "), .has(3, " as? "), .has(3, "guard let "),
                .has(3, "inout "), .has(3, "private let "), .has(2, "-> Bool"), .has(2, "if let "), .has(1, ") -> "),
                .has(1, "-> String"), .has(1, ": Int"), .has(1, ": String"), .has(1, "Data("), .has(1, "String("),
                .has(1, "URL("), .has(1, "_ "), .has(1, "init("), .has(1, "self."), .has(1, "throws"),
                .has(1, "try "),
            ]
        ),
        (
            "shell",
            [
                .begin(6, "#!/bin"), .begin(4, "case ", "in"), .begin(3, "elif ["), .begin(3, "esac"),
                .begin(3, "fi", "fi"), .begin(3, "for ", "do"), .begin(3, "if [", "then"), .begin(3, "set -e"),
                .begin(3, "then", "then"), .begin(2, "cat "), .begin(2, "curl "), .begin(2, "done"), .begin(2, "fi"),
                .begin(2, "git "), .begin(2, "local "), .begin(2, "rm "), .begin(2, "sudo "), .begin(1, "echo "),
                .begin(1, "export "), .begin(1, "test "), .begin(1, "test_"), .has(4, "; then"), .has(3, "$@"),
                .has(3, "/dev/null"), .has(3, "; do"), .has(3, ">&2"), .has(3, "\"$1\""), .has(2, " -z "),
                .has(2, "$("), .has(2, "$1"), .has(2, "\"$"), .has(2, "\"$("), .has(2, "esac"), .has(2, "grep "),
                .has(1, " &&"), .has(1, " -n "), .has(1, "() {"), .has(1, "<<"), .has(1, "cd "), .has(1, "|| "),
            ]
        ),
        (
            "sql",
            [
                .begin(1, "WHERE "), .begin(1, "FROM "), .begin(1, "JOIN "), .begin(1, "LEFT JOIN "),
                .begin(1, "GROUP BY "),
                .begin(1, "ORDER BY "), .begin(1, "VALUES "), .begin(1, "VALUES("),
                .begin(4, "ALTER TABLE "), .begin(4, "CREATE TABLE "), .begin(3, "DELETE FROM "), .begin(3, "GRANT "),
                .begin(3, "INSERT INTO "), .begin(3, "SELECT "), .begin(2, "UPDATE "), .begin(2, "select "),
            ]
        ),
        (
            "dockerfile",
            [
                .begin(3, "CMD ["), .begin(3, "ENTRYPOINT "), .begin(3, "FROM "), .begin(3, "RUN "),
                .begin(2, "COPY "),
            ]
        ),
        (
            "yaml",
            [
                .begin(4, "apiVersion:"), .begin(3, "- uses:"), .begin(3, "jobs:", "jobs:"), .begin(3, "runs-on:"),
                .begin(2, "steps:", "steps:"),
            ]
        ),
    ]
}
