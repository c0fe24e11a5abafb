extension Fixture {
    static let sql: [Fixture] = [
        Fixture(
            language: "sql", name: "quotes of any kind",
            text: #"""
                -- it's a comment
                SELECT "a ""b""", `c`, 'it''s', E'it\'s', N'x', 'it\'s', 'c:\' FROM t WHERE x >= 1.5e3 AND y IS NOT NULL; /* c
                d */
                create or replace function f(a integer) returns text as $body$
                begin return 'x' || $1 || $$it's$$; end $body$ language plpgsql;
                insert into s.t (a, b) values (:name, @v), (now()::timestamptz, .5) on conflict do nothing
                """#,
            stream: #"""
                comment‹-- it's a comment›
                keyword‹SELECT› identifier‹"a ""b"""› , identifier‹`c`› , string‹'it''s'› , string‹E'it\'s'› , string‹N'x'› , string‹'it\'s'› , string‹'c:\'› keyword‹FROM› identifier‹t› keyword‹WHERE› identifier‹x› >= number‹1.5e3› keyword‹AND› identifier‹y› keyword‹IS› keyword‹NOT› constant‹NULL› ; comment‹/* c⏎› comment‹d */›
                keyword‹create› keyword‹or› keyword‹replace› keyword‹function› function‹f› ( identifier‹a› type‹integer› ) keyword‹returns› type‹text› keyword‹as› interpolation‹$body$›
                keyword‹begin› keyword‹return› string‹'x'› || $ number‹1› || string‹$$it's$$› ; keyword‹end› interpolation‹$body$› keyword‹language› keyword‹plpgsql› ;
                keyword‹insert› keyword‹into› identifier‹s› . identifier‹t› ( identifier‹a› , identifier‹b› ) keyword‹values› ( : identifier‹name› , identifier‹@v› ) , ( function‹now› ( ) :: type‹timestamptz› , number‹.5› ) keyword‹on› keyword‹conflict› keyword‹do› keyword‹nothing›
                """#)
    ]
}
