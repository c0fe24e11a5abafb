/// What a keyword does to the walk, in whatever language it is one.
enum KeywordRole: UInt8, Sendable {
    /// A name like others: `self`, `this`, `print`.
    case name
    /// Says something of what follows, and nothing that matters here: `const`, `await`, `public`.
    case transparent
    /// What follows is asked: `if`, `while`, `assert`.
    case condition
    case otherwise
    case loop
    /// Ends the block that it stands in: `return`, `raise`, `break`.
    case leave
    case logic, comparison, membership
    case importing, from
    /// A call without parentheses: `echo`, `delete`.
    case command
    case lambda
    /// Begins a block: `class`, `try`, `with`.
    case block
    case `as`
    case ends

    static let all: WordTable<KeywordRole> = {
        var roles: [Word: KeywordRole] = [:]
        func add(_ words: String, _ role: KeywordRole) {
            for word in words.split(separator: " ") { roles[Word(word)] = role }
        }
        add(
            """
            new await async const let var val final public private protected internal static mut ref out inout unsafe extern \
            inline volatile register abstract override virtual readonly declare export default go defer typeof sizeof \
            open data lazy lateinit suspend not move dyn box pub in_ struct union enum typename template constexpr \
            noexcept nonlocal global some any consuming borrowing weak unowned mutating nonmutating optional required \
            signed unsigned void int char long short float double bool auto string object var params fixed checked \
            mutable explicit friend synchronized transient native strictfp yield def func function fn fun
            """, .transparent)
        add("if elif while unless until assert guard switch elseif elsif when match case select", .condition)
        add("else otherwise", .otherwise)
        add("for foreach loop", .loop)
        add("return raise throw break continue goto next last redo retry exit die fallthrough", .leave)
        add("and or xor", .logic)
        add("is instanceof", .comparison)
        add("in of", .membership)
        add("import use using package namespace", .importing)
        add("from", .from)
        add("echo print include include_once require_once eval exec delete", .command)
        add("lambda", .lambda)
        add(
            "class module interface trait try except catch finally with do begin rescue ensure impl extension protocol",
            .block)
        add("as", .as)
        add("end then fi done esac", .ends)
        return WordTable(roles)
    }()
}
