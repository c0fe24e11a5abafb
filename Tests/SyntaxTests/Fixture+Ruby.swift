extension Fixture {
    static let ruby: [Fixture] = [
        Fixture(
            language: "ruby", name: "symbols, heredocs and percent literals",
            text: ##"""
                # frozen_string_literal: true
                class Point < Base; attr_reader :x, :"y z"; def self.load(path, if: nil, &block) = new(path)
                def empty? = @items.nil? || @@count != 0 && $stdout.tty?
                text = [<<~A, <<-'B', 1].join("#{a ? "b" : 'c'} \#{no}").strip
                  one #{two} "
                  A
                  raw #{no}
                  B
                w = %w[a [b] c] + %i(d) + %Q{e #{f} {g}} + %(h) ; x = 5 % (3) ; puts %r{/a/#{b}}i =~ c / d / e
                puts /re "x"/ if a =~ /\/[/]/ ; y = { key: ?a, "s": :sym, :old => ->(z) { z&.call! } } ; n = a ?1:2
                =begin
                it's "no" code
                =end
                end
                __END__
                it's "no" code either
                """##,
            stream: ##"""
                comment‹# frozen_string_literal: true›
                keyword‹class› type‹Point› < type‹Base› ; keyword‹attr_reader› constant‹:x› , : string‹"y z"› ; keyword‹def› keyword‹self› . function‹load› ( identifier‹path› , identifier‹if› : constant‹nil› , & identifier‹block› ) = function‹new› ( identifier‹path› )
                keyword‹def› function‹empty?› = identifier‹@items› . identifier‹nil?› || identifier‹@@count› != number‹0› && identifier‹$stdout› . identifier‹tty?›
                identifier‹text› = [ string‹<<~A› , string‹<<-'B'› , number‹1› ] . function‹join› ( string‹"› interpolation‹#{› identifier‹a› ? string‹"b"› : string‹'c'› interpolation‹}› string‹ \#{no}"› ) . identifier‹strip›
                string‹  one › interpolation‹#{› identifier‹two› interpolation‹}› string‹ "⏎› string‹  A⏎› string‹  raw #{no}⏎› string‹  B›
                identifier‹w› = string‹%w[a [b] c]› + string‹%i(d)› + string‹%Q{e › interpolation‹#{› identifier‹f› interpolation‹}› string‹ {g}}› + string‹%(h)› ; identifier‹x› = number‹5› % ( number‹3› ) ; identifier‹puts› regex‹%r{/a/› interpolation‹#{› identifier‹b› interpolation‹}› regex‹}i› =~ identifier‹c› / identifier‹d› / identifier‹e›
                identifier‹puts› regex‹/re "x"/› keyword‹if› identifier‹a› =~ regex‹/\/[/]/› ; identifier‹y› = { identifier‹key› : string‹?a› , string‹"s"› : constant‹:sym› , constant‹:old› => -> ( identifier‹z› ) { identifier‹z› &. identifier‹call!› } } ; identifier‹n› = identifier‹a› ? number‹1› : number‹2›
                comment‹=begin⏎› comment‹it's "no" code⏎› comment‹=end›
                keyword‹end›
                comment‹__END__⏎› comment‹it's "no" code either›
                """##)
    ]
}
