/// What the walk is inside of: a bracket, a block, or the arguments of a command; with the expression as far as it is read.
struct Frame {
    enum Kind: UInt8 {
        case base, block
        case group, call, index
        /// `[…]` and `{…}` that hold values.
        case collection, object
        /// Code in a string.
        case hole
        /// Arguments without parentheses.
        case command
    }

    /// What joins the next operand to what stands before it.
    enum Sign: UInt8 { case none, concatenation, arithmetic, product, quotient, logic, comparison }

    var kind: Kind
    /// The piece that ends it.
    var end: Int32
    var open: Int32

    var sum = Value.constant
    var hasSum = false
    var sign = Sign.none
    var operand = Value.constant
    var hasOperand = false
    /// Behind a dot: the next word belongs to the name before it.
    var isMember = false
    /// What the last dot was behind.
    var base = Value.constant
    var chain = Chain()
    /// As written, before variables and imports were looked up.
    var raw = Chain()
    var operandFrom: Int32 = 0

    /// In `Walk.arguments` and `Walk.targets`.
    var firstArgument: Int32
    var firstTarget: Int32
    var keyword = Word.none
    var keyPiece: Int32 = -1
    var argumentFrom: Int32
    var assigning = Sign.none

    /// The keyword that the statement begins with.
    var head = Word.none
    var headRole: KeywordRole?
    var statementFrom: Int32
    var isCondition = false
    /// `a` of `a if condition else b`.
    var kept: Value?
    /// What stands left of `in`.
    var member: Value?
    var isNotMember = false
    /// A statement that leaves has its condition in itself: `if (…) return;`, `return if …`.
    var isHeaded = false
    /// What is fixed behind it.
    var behind = Word.none
    /// Skips to what ends the type of a declaration.
    var isType = false

    var callee = Chain()
    var calleeRaw = Chain()
    var calleeFrom: Int32 = 0
    var calleeLast: Int32 = 0
    var receiver = Value.constant

    init(_ kind: Kind, open: Int32, end: Int32, arguments: Int, targets: Int) {
        self.kind = kind
        self.open = open
        self.end = end
        firstArgument = Int32(arguments)
        firstTarget = Int32(targets)
        argumentFrom = open + 1
        statementFrom = open + 1
    }

    var holdsStatements: Bool { kind == .base || kind == .block }
}
