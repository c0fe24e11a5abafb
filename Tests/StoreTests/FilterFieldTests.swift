import Testing

@testable import Store

@Suite struct `Filter: each field asks what it says` {
    let store: FilterStore

    init() throws { store = try FilterStore() }

    @Test func `model: by name, whatever its case, and of the generation for its edits`() throws {
        #expect(try store.turns("model:opus-4.5") == "t1 t2")
        #expect(try store.turns("model:gpt-5") == "t3")
        #expect(try store.turns("model:opus") == "")
        #expect(try store.generations("model:opus*") == "g1 g2")
        #expect(try store.generations("model:haiku") == "g5")
        #expect(try store.edits("model:gpt*") == "e3")
        #expect(try store.sessions("model:haiku") == "s1")
    }

    @Test func `agent`() throws {
        #expect(try store.turns("agent:codex") == "t3")
        #expect(try store.generations("agent:~claude") == "g1 g2 g5")
        #expect(try store.edits("agent:engine") == "e4 e5")
        #expect(try store.sessions("agent:CODEX") == "s2")
    }

    @Test func `repo: by name, owner and name, or remote`() throws {
        #expect(try store.turns("repo:shop") == "t1 t2")
        #expect(try store.turns("repo:acme/infra") == "t3")
        #expect(try store.turns("repo:github.com/acme/shop") == "t1 t2")
        #expect(try store.turns("repo:op") == "")
        #expect(try store.generations("repo:~sho") == "g1 g2 g5")
        #expect(try store.edits("repo:infra") == "e3")
        #expect(try store.sessions("repo:gitlab.com/*") == "s2")
    }

    @Test func `branch`() throws {
        #expect(try store.turns("branch:feature/*") == "t3")
        #expect(try store.generations("branch:main") == "g1 g2")
        #expect(try store.edits("branch:main") == "e1 e2")
        #expect(try store.sessions("branch:main") == "s1")
    }

    @Test func `file: the whole path, the file's name, or a folder above it`() throws {
        #expect(try store.edits("file:src/pay/refund.py") == "e1")
        #expect(try store.edits("file:refund.py") == "e1")
        #expect(try store.edits("file:pay/refund.py") == "e1")
        #expect(try store.edits("file:src/") == "e1 e4")
        #expect(try store.edits("file:Tests") == "e2")
        #expect(try store.edits("file:pay/") == "")
        #expect(try store.edits("file:fund.py") == "")
        #expect(try store.turns("file:src/") == "t1 t4")
        #expect(try store.turns("file:refund.py") == "t1")
        #expect(try store.generations("file:deploy.sh") == "g3")
        #expect(try store.sessions("file:src") == "s1 s3")
    }

    @Test func `file: patterns, parts, and the alias path`() throws {
        #expect(try store.edits("file:*.py") == "e1 e2")
        #expect(try store.edits("file:refund*") == "e1 e2")
        #expect(try store.edits("path:~auth") == "e4")
        #expect(try store.turns("-path:Tests") == "t2 t3 t4")
        #expect(try store.edits("file:app/(home)/100%.tsx") == "e5")
        #expect(try store.edits("file:~100%") == "e5")
        #expect(try store.edits("file:~0%.t") == "e5")
        #expect(try store.edits("file:~h%0") == "")
        #expect(try store.edits("file:10__.tsx") == "")
        #expect(try store.edits("file:~refund_test") == "e2")
    }

    @Test func `lang`() throws {
        #expect(try store.edits("lang:python") == "e1 e2")
        #expect(try store.turns("lang:typescript") == "t4")
        #expect(try store.generations("lang:shell") == "g3")
        #expect(try store.sessions("lang:Python") == "s1")
    }

    @Test func `session: by its id here, the agent's id, or its title`() throws {
        #expect(try store.turns("session:s1") == "t1 t2")
        #expect(try store.generations("session:b-2") == "g3")
        #expect(try store.edits("session:~money") == "e1 e2")
        #expect(try store.sessions("session:C-*") == "s3")
    }

    @Test func `prompt: words of prompts alone`() throws {
        #expect(try store.turns("prompt:retries") == "t1")
        #expect(try store.turns("prompt:covered") == "")
        #expect(try store.generations("prompt:script") == "g3")
        #expect(try store.edits("prompt:\"deploy script\"") == "e3")
        #expect(try store.sessions("prompt:cache prompt:miss") == "s1")
        #expect(try store.turns("prompt:re*") == "t1")
    }

    @Test func `words: of prompts, answers and edited code`() throws {
        #expect(try store.turns("words:locale") == "t2 t3")
        #expect(try store.generations("words:locale") == "g2 g3")
        #expect(try store.edits("words:refund") == "e1")
        #expect(try store.edits("words:ready") == "e3")
        #expect(try store.sessions("words:script") == "s2")
    }

    @Test func `commit: by the first digits`() throws {
        #expect(try store.turns("commit:9f31c2a") == "t1 t2")
        #expect(try store.sessions("commit:AB00") == "s2")
        #expect(try store.edits("commit:f31c") == "")
    }

    @Test func `change: by number, by repository and number, by address`() throws {
        #expect(try store.turns("change:412") == "t1 t2")
        #expect(try store.turns("change:#412") == "t1 t2")
        #expect(try store.edits("change:acme/shop#412") == "e1 e2")
        #expect(try store.generations("change:https://github.com/acme/shop/pull/412") == "g1 g2 g5")
        #expect(try store.sessions("change:41") == "")
    }

    @Test func `risk: the highest open finding`() throws {
        #expect(try store.turns("risk:high") == "t1")
        #expect(try store.turns("risk:>=high") == "t1 t3")
        #expect(try store.turns("risk:low") == "t4")
        #expect(try store.generations("risk:low") == "g4")
        #expect(try store.generations("risk:>=high") == "g1 g3")
        #expect(try store.edits("risk:high") == "e1")
        #expect(try store.edits("risk:low,high") == "e1 e4")
        #expect(try store.edits("risk:med") == "")
        #expect(try store.sessions("risk:high..critical") == "s1 s2")
        #expect(try store.sessions("risk:<info") == "")
    }

    @Test func `sev: any finding, open or not`() throws {
        #expect(try store.turns("sev:low") == "t1 t4")
        #expect(try store.edits("sev:medium") == "e2")
        #expect(try store.generations("sev:critical") == "g3")
        #expect(try store.sessions("sev:high or sev:critical") == "s1 s2")
    }

    @Test func `rule`() throws {
        #expect(try store.turns("rule:broad-except") == "t1 t4")
        #expect(try store.edits("rule:sql*") == "e1")
        #expect(try store.generations("rule:~secret") == "g3")
    }

    @Test func `cwe: with or without its letters, of the finding or its rule`() throws {
        #expect(try store.turns("cwe:89") == "t1")
        #expect(try store.edits("cwe:cwe-89") == "e1")
        #expect(try store.generations("cwe:798") == "g3")
        #expect(try store.turns("cwe:9") == "")
    }

    @Test func `status`() throws {
        #expect(try store.turns("status:answered,rejected") == "t2 t4")
        #expect(try store.generations("status:applied") == "g1")
        #expect(try store.generations("status:answered") == "g2 g5")
        #expect(try store.generations("status:answered,changed") == "g2 g3 g5")
        #expect(try store.edits("status:rejected") == "e4 e5")
        #expect(try store.sessions("status:answered") == "s1")
    }

    @Test func `kind and means of edits`() throws {
        #expect(try store.edits("kind:create") == "e2 e3")
        #expect(try store.turns("kind:delete") == "t4")
        #expect(try store.generations("kind:create means:command") == "g3")
        #expect(try store.sessions("means:patch") == "s3")
    }

    @Test func `asker`() throws {
        #expect(try store.turns("asker:agent") == "t4")
        #expect(try store.generations("asker:person") == "g1 g2 g3")
        #expect(try store.edits("asker:agent") == "e4 e5")
        #expect(try store.sessions("asker:agent") == "s3")
    }

    @Test func `tokens: what is not recorded is no number`() throws {
        #expect(try store.turns("tokens:1500") == "t1")
        #expect(try store.turns("tokens:>=1.5k") == "t1 t3")
        #expect(try store.turns("tokens:<1500") == "t2")
        #expect(try store.generations("tokens:>1M") == "g3")
        #expect(try store.edits("tokens:1k..2k") == "e1 e2")
        #expect(try store.sessions("tokens:1590") == "s1")
    }

    @Test func `age`() throws {
        #expect(try store.turns("age:<2d") == "t1 t2")
        #expect(try store.turns("age:>1w") == "t4")
        #expect(try store.turns("age:1h") == "t1")
        #expect(try store.turns("age:<1h") == "")
        #expect(try store.generations("age:1d..1mo") == "g2 g3")
        #expect(try store.edits("age:>=40d") == "e4 e5")
        #expect(try store.sessions("age:..1w") == "s1 s2")
    }

    @Test func `every field has a meaning, and each that is recorded compiles for every list`() throws {
        for field in FilterField.allCases {
            #expect(!field.meaning.isEmpty && !field.meaning.contains("\n"))
            let value =
                switch field.kind {
                case .text, .choice: "x"
                case .number: "5"
                case .time: "today"
                case .duration: "1d"
                case .level: "high"
                }
            guard field.isRecorded else { continue }
            if case .choice(let choices) = field.kind {
                for choice in choices { _ = try store.turns("\(field.rawValue):\(choice)") }
            } else {
                _ = try store.turns("\(field.rawValue):\(value)")
            }
        }
    }
}
