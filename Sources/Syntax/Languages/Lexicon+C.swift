extension Lexicon {
    /// C23 (ISO/IEC 9899:2024), 6.4 Lexical elements.
    static let c = Lexicon(
        words: cWords,
        comments: [.line("//"), .block("/*", "*/")],
        strings: cStrings,
        operators: cOperators,
        accessors: "->",
        prefixes: cPrefixes,
        traits: cTraits)

    static let cWords: [Word.Group] = [
        Word.all("alignas alignof break case const constexpr continue default do else extern goto inline register"),
        Word.all("restrict return sizeof static static_assert thread_local typedef typeof typeof_unqual volatile"),
        Word.all("_Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local __attribute__ __asm__"),
        Word.all("asm __inline __restrict __volatile__ __extension__"),
        Word.all("if for switch while", then: .head),
        Word.all("enum struct union", then: .typeName),
        Word.all("true false nullptr NULL", .constant, then: .operator),
        Word.all("bool char double float int long short signed unsigned void auto _Bool _Complex", .type),
        Word.all(
            """
            int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t size_t ssize_t
            ptrdiff_t wchar_t char8_t char16_t char32_t off_t time_t pid_t va_list FILE
            """, .type, then: .operator),
    ]

    static let cStrings: [StringForm] = [
        StringForm("\"").with { $0.isContinued = true }, StringForm("'").with { $0.isContinued = true },
    ]

    static let cOperators = """
        + - * / % ++ -- & | ^ ~ ! << >> && || < > <= >= == != ? = += -= *= /= %= &= |= ^= <<= >>= -> ... # ## ::
        """

    static let cPrefixes: [(name: Mark, group: UInt8)] = [("l", 0), ("u", 0), ("u8", 0)]

    static let cTraits: Traits = [
        .preprocessor, .apostrophesInNumbers, .wordsAreMembers, .trailingDot, .leadingDot, .typesBeforeNames,
    ]
}
