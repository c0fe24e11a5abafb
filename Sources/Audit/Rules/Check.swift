/// What a table of names cannot say: checks in code that rules of this name stand for.
enum Check: String, Sendable, CaseIterable {
    case recursionWithoutEnd = "recursion-without-end"
    case recursionOfInput = "recursion-of-input"
    case endlessLoop = "endless-loop"
    case slowRegex = "slow-regex"
    case secretShape = "secret-shape"
    case secretName = "secret-name"
    case secretComparison = "secret-comparison"
    case useAfterFree = "use-after-free"
    case doubleFree = "double-free"
    case uncheckedPointer = "unchecked-pointer"
    case indexOutOfBounds = "index-out-of-bounds"
    case offByOne = "off-by-one"
    case suppression
    case swallowedError = "swallowed-error"
    case placeholderCheck = "placeholder-check"
    case workflowInjection = "workflow-injection"
    case checkThenUse = "check-then-use"
    case unownedFree = "unowned-free"
    case divisionByInput = "division-by-input"
    case indexByInput = "index-by-input"
}
