extension Lexicon {
    /// ISO/IEC 9075, and what PostgreSQL, MySQL, SQLite and T-SQL add.
    static let sql = Lexicon(
        words: [
            Word.all("add after all alter analyze and any asc authorization autoincrement auto_increment before begin"),
            Word.all("between by call cascade case cast check collate column comment commit concurrently conflict"),
            Word.all("constraint copy create cross database declare default deferrable deferred delete desc distinct"),
            Word.all(
                "drop each else elsif end engine escape except exec execute exists explain extension fetch filter"),
            Word.all("first for foreign from full function generated global grant group having identity if ignore"),
            Word.all("ilike immediate immutable in index inherits initially inner insert instead intersect into is"),
            Word.all("join key language last lateral left like limit lock loop materialized merge natural next no not"),
            Word.all("notnull nothing nulls of off offset on only or order outer over owner partition perform plpgsql"),
            Word.all("pragma preceding primary procedure raise range recursive references refresh rename replace"),
            Word.all("restrict return returning returns revoke right rollback row rows savepoint schema select"),
            Word.all(
                "sequence session set setof show similar stable start strict table tablespace temp temporary then"),
            Word.all("to transaction trigger truncate type unbounded union unique unlogged update use using vacuum"),
            Word.all("values view virtual volatile when where while window with without work"),
            Word.all("as do", then: .body),
            Word.all("true false null unknown current_date current_time current_user", .constant, then: .operator),
            Word.all("localtime session_user", .constant, then: .operator),
            Word.all(
                """
                array bigint bigserial binary bit blob boolean bool bytea char character clob date datetime decimal
                double float inet int int2 int4 int8 integer interval json jsonb longtext mediumint mediumtext money
                nchar numeric nvarchar precision real serial smallint text time timestamp timestamptz tinyint uuid
                varbinary varchar varying xml
                """, .type, then: .operator),
        ],
        comments: [.line("--"), .block("/*", "*/")],
        strings: [
            StringForm("'").with {
                ($0.isMultiline, $0.escape, $0.isDoubled, $0.mayBeEscaped) = (true, 0, true, true)
            },
            StringForm("'").with { ($0.isMultiline, $0.isDoubled, $0.prefixes) = (true, true, 1) },
            StringForm("\"").with { ($0.escape, $0.isDoubled, $0.kind) = (0, true, .identifier) },
            StringForm("`").with { ($0.escape, $0.isDoubled, $0.kind) = (0, true, .identifier) },
            StringForm("$").with { ($0.shape, $0.isMultiline, $0.escape) = (.delimiter, true, 0) },
        ],
        operators: """
            + - * / % ^ & | ~ ! << >> = < > <= >= <> != == || :: := => -> ->> #> #>> @> <@ ?| ?& ?  ~* !~ !~* && @ # $ \\
            """,
        prefixes: [("e", 1), ("n", 0), ("b", 0), ("x", 0)],
        traits: [.caseless, .namesAtSigns, .trailingDot, .leadingDot])
}
