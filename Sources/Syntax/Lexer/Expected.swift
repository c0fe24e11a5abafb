/// What the last code token lets follow. It tells a regex from a division, an element from a comparison, a block from
/// an object, and whose name a name is.
enum Expected: UInt8, Sendable {
    /// The begin of a statement: an operand may follow, and `{` opens a block.
    case statement
    /// An operand, and `{` begins one.
    case operand
    /// Something that goes on after an operand.
    case `operator`
    /// The name behind a dot.
    case member
    /// The name of a function (`def`, `func`).
    case functionName
    /// The name of a type (`class`, `struct`).
    case typeName
    /// The dot behind what a function is defined for, and then its name (`def self.x`, `fun String.x`).
    case receiver
    /// The name of an attribute (`#[test]`).
    case attribute
    /// A file in angle brackets (`#include <a>`).
    case header
    /// The body of a function, in dollar quotes (`AS $$ … $$`).
    case body
    /// A parenthesis that a statement follows (`if`, `while`).
    case head

    var isOperand: Bool { self == .statement || self == .operand || self == .head || self == .body }
}
