extension Example {
    static let rust = read(
        "rust",
        ##"""
        rust.command-shell
        + fn f(n: &str) { Command::new("sh").arg("-c").arg(n); }
        - fn f(n: &str) { Command::new("ls").arg(n); }
        rust.command-chosen
        + fn f(n: &str) { Command::new(n); }
        - fn f() { Command::new("ls"); }
        rust.sql-built
        + fn f(n: String) { let q = "SELECT a FROM b WHERE c = ".to_owned() + &n; }
        - fn f() { let q = "SELECT a FROM b WHERE c = $1"; }
        rust.sql-format
        + fn f(n: &str) { let q = format!("SELECT a FROM b WHERE c = '{}'", n); }
        - fn f(n: &str) { let q = format!("hi {}", n); }
        rust.html-format
        + fn f(n: &str) { let h = format!("<p>{}</p>", n); }
        - fn f(n: &str) { let h = format!("hi {}", n); }
        rust.path-traversal
        + fn f(n: &str) { File::open(n); }
        - fn f() { File::open("a"); }
        rust.weak-hash
        + fn f() { let h = Md5::new(); }
        - fn f() { let h = Sha256::new(); }
        rust.weak-hash-reference
        + fn f() { let h = digest::SHA1_FOR_LEGACY_USE_ONLY; }
        - fn f() { let h = digest::SHA256; }
        rust.weak-cipher
        + fn f() { let c = Cipher::des_cbc(); }
        - fn f() { let c = Cipher::aes_256_gcm(); }
        rust.tls-not-verified
        + fn f() { b.danger_accept_invalid_certs(true); }
        - fn f() { b.danger_accept_invalid_certs(false); }
        rust.tls-verify-none
        + fn f() { x(SslVerifyMode::NONE); }
        - fn f() { x(SslVerifyMode::PEER); }
        rust.trusted-argument
        + fn f() { let p = std::env::current_exe(); }
        - fn f() { let p = std::env::current_dir(); }
        rust.program-name
        + fn f() { let a = std::env::args(); }
        - fn f() { let a = std::env::vars(); }
        rust.unsafe-memory
        + fn f() { unsafe { std::mem::transmute(x) } }
        - fn f() { std::mem::size_of_val(x) }
        rust.weak-random
        + fn f() { let r = StdRng::seed_from_u64(1); }
        - fn f() { let r = OsRng; }
        rust.permissions
        + fn f() { p.set_mode(0o777); }
        - fn f() { p.set_mode(0o600); }
        import.unknown-package
        + use serde_jsn::Value;
        + extern crate made_up;
        + pub use made_up::{A, B};
        - use std::fmt;⏎use fmt::Display;
        - use serde_json::Value;⏎use serde::Deserialize;
        - use crate::made_up::A;⏎use super::b::C;⏎use self::d::E;
        - mod made_up;⏎use made_up::A;
        - use Color::*;
        - use ours::A;
        - // use made_up::A;
        """##)
}
