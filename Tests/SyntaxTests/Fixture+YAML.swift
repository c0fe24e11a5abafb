extension Fixture {
    static let yaml: [Fixture] = [
        Fixture(
            language: "yaml", name: "a block at the end of a flow",
            text: #"""
                {a: 1, b c: "d", 'e': [f, g: h]} # i
                ? [k, l]
                : >+

                 a
                """#,
            stream: #"""
                { attribute‹a› : number‹1› , attribute‹b c› : string‹"d"› , string‹'e'› : [ identifier‹f› , attribute‹g› : identifier‹h› ] } comment‹# i›
                ? [ identifier‹k› , identifier‹l› ]
                : >+
                string‹⏎› string‹ a›
                """#),
        Fixture(
            language: "yaml", name: "keys, scalars and blocks",
            text: #"""
                %YAML 1.2
                ---
                # it's a comment
                name: it's a "plain" value # c
                my key: &anchor "a \" b
                  c" # d
                run: |-
                  echo "it's" # no comment

                    deeper
                - key.with/signs: >2 # c
                    folded
                  next: *anchor
                - - 'it''s': !Ref [a, "b", {c: d, e: 1.5}]
                - |
                 block
                url: http://x.y/#z
                if: ${{ a == 'b' }} [c, 'd'] (e, "f")
                on: true
                "quoted": null
                """#,
            stream: #"""
                directive‹%YAML› number‹1.2›
                ---
                comment‹# it's a comment›
                attribute‹name› : identifier‹it› ' identifier‹s› identifier‹a› " identifier‹plain› " identifier‹value› comment‹# c›
                attribute‹my key› : constant‹&anchor› string‹"a \" b⏎› string‹  c"› comment‹# d›
                attribute‹run› : |-
                string‹  echo "it's" # no comment⏎› string‹⏎› string‹    deeper⏎› - attribute‹key.with/signs› : >2 comment‹# c›
                string‹    folded⏎› attribute‹next› : constant‹*anchor›
                - - string‹'it''s'› : type‹!Ref› [ identifier‹a› , string‹"b"› , { attribute‹c› : identifier‹d› , attribute‹e› : number‹1.5› } ]
                - |
                string‹ block⏎› attribute‹url› : identifier‹http› : / / identifier‹x› . identifier‹y› / # identifier‹z›
                attribute‹if› : $ { { identifier‹a› == ' identifier‹b› ' } } [ identifier‹c› , ' identifier‹d› ' ] ( identifier‹e› , " identifier‹f› " )
                attribute‹on› : constant‹true›
                string‹"quoted"› : constant‹null›
                """#),
    ]
}
