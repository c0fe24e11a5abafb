extension Fixture {
    static let rust: [Fixture] = [
        Fixture(
            language: "rust", name: "lifetimes, characters and raw strings",
            text: #"""
                #![allow(dead_code)]
                #[derive(Debug, Clone)] pub struct Parser<'a, T: 'static> { text: &'a str, c: char }
                impl<'a> Parser<'a> { fn next(&mut self) -> Option<u8> { 'outer: loop { break 'outer; } } }
                let c = ['a', '\'', 'é', b'x', b'\n', '\u{1F600}']; let r#type = r"\" + r#"a "b" c"# + br##"x"# y"## + b"z" + c"w";
                let s = "two \
                  lines {x}
                "; /* a /* b */ c */ println!("{}", 1..=2); vec![0x1F_u8; 1e3 as usize].0.1 ? Self::new() : crate::self_of(x?);
                macro_rules! m { ($x:expr) => { $x } }
                """#,
            stream: #"""
                #! [ attribute‹allow› ( identifier‹dead_code› ) ]
                # [ attribute‹derive› ( type‹Debug› , type‹Clone› ) ] keyword‹pub› keyword‹struct› type‹Parser› < attribute‹'a› , type‹T› : attribute‹'static› > { identifier‹text› : & attribute‹'a› type‹str› , identifier‹c› : type‹char› }
                keyword‹impl› < attribute‹'a› > type‹Parser› < attribute‹'a› > { keyword‹fn› function‹next› ( & keyword‹mut› keyword‹self› ) -> type‹Option› < type‹u8› > { attribute‹'outer› : keyword‹loop› { keyword‹break› attribute‹'outer› ; } } }
                keyword‹let› identifier‹c› = [ string‹'a'› , string‹'\''› , string‹'é'› , string‹b'x'› , string‹b'\n'› , string‹'\u{1F600}'› ] ; keyword‹let› identifier‹r#type› = string‹r"\"› + string‹r#"a "b" c"#› + string‹br##"x"# y"##› + string‹b"z"› + string‹c"w"› ;
                keyword‹let› identifier‹s› = string‹"two \⏎› string‹  lines {x}⏎› string‹"› ; comment‹/* a /* b */ c */› function‹println› ! ( string‹"{}"› , number‹1› ..= number‹2› ) ; function‹vec› ! [ number‹0x1F_u8› ; number‹1e3› keyword‹as› type‹usize› ] . number‹0› . number‹1› ? type‹Self› :: function‹new› ( ) : keyword‹crate› :: function‹self_of› ( identifier‹x› ? ) ;
                keyword‹macro_rules› ! identifier‹m› { ( $ identifier‹x› : identifier‹expr› ) => { $ identifier‹x› } }
                """#)
    ]
}
