import TestSupport

@testable import Engines

extension Captures.Capture {
    var spoken: Dialect { Dialect(rawValue: dialect) ?? .plain }
    var framing: Framing { Framing(contentType: contentType, dialect: spoken) }
}
