extension Fixture {
    static let swift: [Fixture] = [
        Fixture(
            language: "swift", name: "raw strings with interpolations",
            text: ##"""
                let a = "x\(b.map { "\($0)" }) \u{41}" + #"\(no) \#(yes) ""# + ##"a"#b"##
                let c = """
                  "two" \(d) \"""
                  """ + #"""
                  \#(e)"""f
                  """#
                """##,
            stream: ##"""
                keyword‹let› identifier‹a› = string‹"x› interpolation‹\(› identifier‹b› . identifier‹map› { string‹"› interpolation‹\(› identifier‹$0› interpolation‹)› string‹"› } interpolation‹)› string‹ \u{41}"› + string‹#"\(no) › interpolation‹\#(› identifier‹yes› interpolation‹)› string‹ ""#› + string‹##"a"#b"##›
                keyword‹let› identifier‹c› = string‹"""⏎› string‹  "two" › interpolation‹\(› identifier‹d› interpolation‹)› string‹ \"""⏎› string‹  """› + string‹#"""⏎› string‹  › interpolation‹\#(› identifier‹e› interpolation‹)› string‹"""f⏎› string‹  """#›
                """##),
        Fixture(
            language: "swift", name: "comments inside comments",
            text: #"""
                /* a /* b */ c
                 /* d */ */ x // y
                """#,
            stream: #"""
                comment‹/* a /* b */ c⏎› comment‹ /* d */ */› identifier‹x› comment‹// y›
                """#),
        Fixture(
            language: "swift", name: "words that are names, attributes and directives",
            text: #"""
                #if os(Linux)
                @available(macOS 15, *) @MainActor package final class `default`: P where T == Self {
                    init?(for x: Int, in set: Set<Int>) async throws { self.x = .init(in: $0, default: 1) }
                    var b: some View { get { pair.0.1 } set { open(b!) / 2 } }
                    func a(_ body: (inout any P) -> Void) rethrows -> T? { #expect(x != nil && y === z, 0xFF.f) }
                }
                #endif
                """#,
            stream: #"""
                directive‹#if› function‹os› ( type‹Linux› )
                attribute‹@available› ( identifier‹macOS› number‹15› , * ) attribute‹@MainActor› keyword‹package› keyword‹final› keyword‹class› type‹`default`› : type‹P› keyword‹where› type‹T› == type‹Self› {
                keyword‹init› ? ( identifier‹for› identifier‹x› : type‹Int› , identifier‹in› identifier‹set› : type‹Set› < type‹Int› > ) keyword‹async› keyword‹throws› { keyword‹self› . identifier‹x› = . function‹init› ( identifier‹in› : identifier‹$0› , identifier‹default› : number‹1› ) }
                keyword‹var› identifier‹b› : keyword‹some› type‹View› { keyword‹get› { identifier‹pair› . number‹0› . number‹1› } keyword‹set› { function‹open› ( identifier‹b› ! ) / number‹2› } }
                keyword‹func› function‹a› ( identifier‹_› identifier‹body› : ( keyword‹inout› keyword‹any› type‹P› ) -> type‹Void› ) keyword‹rethrows› -> type‹T› ? { directive‹#expect› ( identifier‹x› != constant‹nil› && identifier‹y› === identifier‹z› , number‹0xFF› . identifier‹f› ) }
                }
                directive‹#endif›
                """#),
        Fixture(
            language: "swift", name: "regexes and divisions",
            text: #"""
                let r = /a[/]b(c)/ ; x = y / z / w; f(/, 1) ; g(#/a "b" / c/#, a/b) ; s.reduce(1, /)
                """#,
            stream: #"""
                keyword‹let› identifier‹r› = regex‹/a[/]b(c)/› ; identifier‹x› = identifier‹y› / identifier‹z› / identifier‹w› ; function‹f› ( / , number‹1› ) ; function‹g› ( regex‹#/a "b" / c/#› , identifier‹a› / identifier‹b› ) ; identifier‹s› . function‹reduce› ( number‹1› , / )
                """#),
    ]
}
