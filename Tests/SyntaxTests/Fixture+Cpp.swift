extension Fixture {
    static let cpp: [Fixture] = [
        Fixture(
            language: "cpp", name: "raw strings and scopes",
            text: #"""
                auto s = R"(a "b" \ )" + u8R"x(c)" )x" + LR"(d
                e)" + R"too long(f)";
                template <typename T> class Point final : public std::vector<T>, virtual Base { [[nodiscard]] constexpr auto operator<=>(const Point&) const noexcept = default; };
                namespace a::b { enum class Kind : int { one = 1'000'000, two = 0b1'01 }; }
                if (auto it = m.find(x); it != m.end()) co_return static_cast<long double>(it->second.*p) /* c */;
                """#,
            stream: #"""
                type‹auto› identifier‹s› = string‹R"(a "b" \ )"› + string‹u8R"x(c)" )x"› + string‹LR"(d⏎› string‹e)"› + type‹R› string‹"too long(f)"› ;
                keyword‹template› < keyword‹typename› type‹T› > keyword‹class› type‹Point› keyword‹final› : keyword‹public› identifier‹std› :: identifier‹vector› < type‹T› > , keyword‹virtual› type‹Base› { [ [ identifier‹nodiscard› ] ] keyword‹constexpr› type‹auto› keyword‹operator› <=> ( keyword‹const› type‹Point› & ) keyword‹const› keyword‹noexcept› = keyword‹default› ; } ;
                keyword‹namespace› identifier‹a› :: identifier‹b› { keyword‹enum› keyword‹class› type‹Kind› : type‹int› { identifier‹one› = number‹1'000'000› , identifier‹two› = number‹0b1'01› } ; }
                keyword‹if› ( type‹auto› identifier‹it› = identifier‹m› . function‹find› ( identifier‹x› ) ; identifier‹it› != identifier‹m› . function‹end› ( ) ) keyword‹co_return› keyword‹static_cast› < type‹long› type‹double› > ( identifier‹it› -> identifier‹second› .* identifier‹p› ) comment‹/* c */› ;
                """#)
    ]
}
