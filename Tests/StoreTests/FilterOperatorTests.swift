import Testing

@testable import Store

@Suite struct `Filter: operators` {
    let store: FilterStore

    init() throws { store = try FilterStore() }

    @Test func `nothing typed shows everything`() throws {
        #expect(try store.turns("") == "t1 t2 t3 t4")
        #expect(try store.generations("   ") == "g1 g2 g3 g4 g5")
        let condition = try Filter.everything.condition(for: .edits)
        #expect(condition.sql == "1" && condition.arguments.isEmpty)
    }

    @Test func `terms side by side must all hold, with or without and`() throws {
        #expect(try store.turns("model:opus* age:<2h") == "t1")
        #expect(try store.turns("model:opus* AND age:<2h") == "t1")
    }

    @Test func `or binds less than and`() throws {
        #expect(try store.turns("agent:codex or model:opus* status:applied") == "t1 t3")
        #expect(try store.turns("(agent:codex or model:opus*) status:applied") == "t1")
    }

    @Test func `not and a dash deny one term or a group; what is unknown is not so`() throws {
        #expect(try store.turns("-model:opus*") == "t3 t4")
        #expect(try store.turns("not model:opus* not repo:infra") == "t4")
        #expect(try store.turns("-(model:opus* or agent:codex)") == "t4")
        #expect(try store.turns("not not agent:codex") == "t3")
        #expect(try store.turns("-risk:>=info") == "t2")
        #expect(try store.turns("-file:refund.py") == "t2 t3 t4")
        #expect(try store.generations("-\"refund\"") == "g2 g3 g4 g5")
    }

    @Test func `values of a list are alternatives, each with its own sign`() throws {
        #expect(try store.turns("model:gpt-5,opus*") == "t1 t2 t3")
        #expect(try store.turns("tokens:90,>1M") == "t2 t3")
        #expect(try store.turns("session:\"s3\",~money") == "t1 t2 t4")
    }

    @Test func `ranges hold both their ends and may be open`() throws {
        #expect(try store.turns("risk:low..high") == "t1 t4")
        #expect(try store.turns("tokens:90..1500") == "t1 t2")
        #expect(try store.turns("tokens:..90") == "t2")
        #expect(try store.turns("tokens:91..") == "t1 t3")
    }

    @Test func `levels compare by rank`() throws {
        #expect(try store.turns("risk:<high") == "t4")
        #expect(try store.turns("risk:>high") == "t3")
        #expect(try store.turns("risk:<=HIGH") == "t1 t4")
        #expect(try store.turns("sev:=med") == "t1")
    }

    @Test func `quotes take signs away from stars, commas, signs and spaces`() throws {
        #expect(try store.turns("model:\"opus*\"") == "")
        #expect(try store.turns("session:\"Money back\"") == "t1 t2")
        #expect(try store.turns("session:~\"y b\"") == "t1 t2")
        #expect(try store.turns(#"session:"\"""#) == "")
        #expect(try store.turns("model:\"~opus\"") == "")
    }

    @Test func `free words must stand in the same text`() throws {
        #expect(try store.turns("refunds idempotent ") == "t1")
        #expect(try store.turns("refunds covered ") == "")
        #expect(try store.turns("refunds or locale ") == "t1 t2 t3")
        #expect(try store.turns("(locale) -keys ") == "t3")
    }

    @Test func `the last word is a beginning while it is typed`() throws {
        #expect(try store.turns("idem") == "t1")
        #expect(try store.turns("idem ") == "")
        #expect(try store.turns("\"idem\"") == "")
        #expect(try store.turns("idem* age:<2d") == "t1")
        #expect(try store.turns("cover ret") == "t1")
    }

    @Test func `a quoted phrase keeps its order`() throws {
        #expect(try store.turns("\"deploy script\"") == "t3")
        #expect(try store.turns("\"script deploy\"") == "")
        #expect(try store.turns("\"cafe use\"") == "t4")
    }

    @Test func `what search takes for syntax is text`() throws {
        #expect(try store.turns("\"std::move\"") == "t4")
        #expect(try store.turns(#""\"quotes\"""#) == "t4")
        #expect(try store.turns(#""and \"quotes""#) == "t4")
        #expect(try store.turns(#""and\" OR \"refund""#) == "")
        #expect(try store.turns("refund(order)") == "t1")
        #expect(try store.turns("NEAR") == "")
        #expect(try store.turns("'build;") == "t3")
        #expect(try store.turns("rm-rf") == "t3")
    }

    @Test func `words for highlighting are those that a match holds`() throws {
        #expect(try FilterStore.filter("model:x Refund -never \"a b\" prompt:why").words == ["Refund", "a b", "why"])
        #expect(Filter.everything.words.isEmpty)
    }

    @Test func `nothing that was typed is SQL`() throws {
        let filter = try FilterStore.filter("model:x'y file:~z'z session:\"'; DROP TABLE turn --\" \"w'w\"")
        for subject in Filter.Subject.allCases {
            let condition = try filter.condition(for: subject)
            for text in ["x'y", "z'z", "DROP", "w'w"] { #expect(!condition.sql.contains(text)) }
            #expect(condition.sql.filter { $0 == "?" }.count == condition.arguments.count)
        }
    }
}
