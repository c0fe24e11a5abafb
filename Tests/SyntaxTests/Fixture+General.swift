extension Fixture {
    static let general: [Fixture] = [
        Fixture(
            language: "general", name: "prose and configuration",
            text: #"""
                # It's a title: "two words"
                name = 'a \'b\'' # 1.5
                a 5" pipe, don't `cut 'it` l'été l'hiver
                [a.b] c=0x1F;
                """#,
            stream: #"""
                # type‹It› ' identifier‹s› identifier‹a› identifier‹title› : string‹"two words"›
                identifier‹name› = string‹'a \'b\''› # number‹1.5›
                identifier‹a› number‹5› " identifier‹pipe› , identifier‹don› ' identifier‹t› string‹`cut 'it`› identifier‹l› ' identifier‹été› identifier‹l› ' identifier‹hiver›
                [ identifier‹a› . identifier‹b› ] identifier‹c› = number‹0x1F› ;
                """#)
    ]
}
