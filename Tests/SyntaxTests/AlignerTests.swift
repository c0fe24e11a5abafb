import Foundation
import Testing

@testable import Syntax

struct AlignerTests {
    private let code = """
        def refund(order, amount, reason):
            if amount > order.paid:
                raise TooMuch(order.id, amount)
            entry = ledger.append(order.id, -amount, reason)
            notify(order.customer, "refunded", entry.id)
            return entry
        """

    @Test
    func `a piece is found whole wherever it stands`() throws {
        let file =
            "import os\n\nclass Shop:\n" + code.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
            + "\n"
        let chains = self.chains(file, code)
        let chain = try #require(chains.first)
        #expect(chain.runs.count == 1)
        #expect(chain.count == CodeStream(code, language: "python").count)
        #expect(chains.count == 1)
    }

    @Test
    func `a changed name leaves its line aligned but for the name`() throws {
        let renamed = code.replacingOccurrences(of: "amount", with: "sum")
        let chain = try #require(chains(renamed, code).first)
        let count = CodeStream(code, language: "python").count
        #expect(chain.count == count - 4)
    }

    @Test
    func `two copies are two chains, and lines between two pieces stay out`() {
        let lines = code.split(separator: "\n").map(String.init)
        let parted = (lines[..<3] + ["    audit = open_log(order)", "    audit.write(amount, 7)"] + lines[3...]).joined(
            separator: "\n")
        #expect(chains(parted, code).count == 1)
        #expect(chains(parted, code)[0].count == CodeStream(code, language: "python").count)
        #expect(chains(code + "\n\n\n" + code, code).count == 2)
    }

    @Test
    func `texts in which all is alike, or all comes again, take no long time`() {
        let alike = [UInt64](repeating: 7, count: 60_000)
        #expect(Aligner(alike).chains(with: alike).isEmpty)
        let again = (0..<60_000).map { UInt64($0 % 5000) }
        #expect(Aligner(again).chains(with: again).isEmpty == false)
    }

    private func chains(_ file: String, _ text: String) -> [AlignedChain] {
        Aligner(CodeStream(file, language: "python").hashes).chains(with: CodeStream(text, language: "python").hashes)
    }
}
