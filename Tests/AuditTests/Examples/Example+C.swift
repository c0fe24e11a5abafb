extension Example {
    static let c = read(
        "c",
        ##"""
        c.gets
        + void f(void) { char b[8]; gets(b); }
        - void f(void) { char b[8]; fgets(b, sizeof b, stdin); }
        c.unbounded-copy
        + void f(char *s) { char b[8]; strcpy(b, s); }
        - void f(char *s) { char b[8]; strcpy(b, "a"); }
        c.unbounded-format
        + void f(char *s) { char b[8]; sprintf(b, "%s", s); }
        - void f(char *s) { char b[8]; snprintf(b, sizeof b, "%s", s); }
        c.unbounded-vformat
        + void f(va_list a) { vsprintf(b, "%d", a); }
        - void f(va_list a) { vsnprintf(b, 8, "%d", a); }
        c.scanf-unbounded
        + void f(void) { char b[8]; scanf("%s", b); }
        - void f(void) { char b[8]; scanf("%7s", b); }
        c.length-of-source
        + void f(char *d, char *s) { memcpy(d, s, strlen(s)); }
        - void f(char *d, char *s) { memcpy(d, s, sizeof(buffer)); }
        c.size-from-outside
        + void f(void) { int n; scanf("%d", &n); memcpy(d, s, n); }
        - void f(void) { int n; scanf("%d", &n); if (n > 8) return; memcpy(d, s, n); }
        c.format-string
        + void f(char *s) { printf(s); }
        - void f(char *s) { printf("%s", s); }
        c.format-string-file
        + void f(char *s) { fprintf(stderr, s); }
        - void f(char *s) { fprintf(stderr, "%s", s); }
        c.format-string-bounded
        + void f(char *s) { snprintf(b, 8, s); }
        - void f(char *s) { snprintf(b, 8, "%s", s); }
        c.allocation-overflow
        + void f(int n) { int *p = malloc(n * sizeof(int)); }
        - void f(int n) { int *p = calloc(n, sizeof(int)); }
        c.allocation-of-input
        + void f(void) { int n; scanf("%d", &n); p = malloc(n); }
        - void f(void) { int n; scanf("%d", &n); if (n > 8) return; p = malloc(n); }
        c.alloca
        + void f(int n) { char *p = alloca(n); }
        - void f(int n) { char *p = alloca(16); }
        c.use-after-free
        + void f(char *p) { free(p); puts(p); }
        - void f(char *p) { puts(p); free(p); }
        - void f(char *p) { if (x) { free(p); return; } puts(p); }
        c.double-free
        + void f(char *p) { free(p); free(p); }
        - void f(char *p) { free(p); p = NULL; free(p); }
        c.free-of-constant
        + void f(void) { char *p = "a"; free(p); }
        - void f(void) { char *p = strdup("a"); free(p); }
        c.unchecked-pointer
        + void f(void) { struct a *p = malloc(8); p->x = 1; }
        - void f(void) { struct a *p = malloc(8); if (!p) return; p->x = 1; }
        c.index-out-of-bounds
        + void f(void) { int a[4]; a[0] = 1; x = a[4]; }
        - void f(void) { int a[4]; x = a[3]; }
        c.index-from-outside
        + void f(void) { int n; scanf("%d", &n); x = a[n]; }
        - void f(void) { int n; scanf("%d", &n); if (n < 0 || n >= 8) return; x = a[n]; }
        c.off-by-one
        + void f(void) { int a[8]; for (int i = 0; i <= 8; i++) a[i] = 0; }
        - void f(void) { int a[8]; for (int i = 0; i < 8; i++) a[i] = 0; }
        c.command-injection
        + void f(char *s) { char b[80]; snprintf(b, 80, "ls %s", s); system(b); }
        - void f(void) { system("ls"); }
        c.command-shell
        + void f(char *s) { execl("/bin/sh", "sh", "-c", s, NULL); }
        - void f(char *s) { execl("/bin/ls", "ls", s, NULL); }
        c.sql-injection
        + void f(char *s) { snprintf(q, 80, "SELECT a FROM b WHERE c = '%s'", s); }
        - void f(char *s) { snprintf(q, 80, "SELECT a FROM b WHERE c = ?"); }
        c.sql-built
        + void f(char *s) { q = "SELECT a FROM b WHERE c = '" + s; }
        - void f(char *s) { q = "SELECT a FROM b"; }
        c.path-traversal
        + void f(void) { char n[80]; fgets(n, 80, stdin); fopen(n, "r"); }
        - void f(void) { fopen("a", "r"); }
        c.path-joined
        + void f(std::string n) { std::ifstream in("/data/" + n); use(std::ifstream("/data/" + n)); }
        - void f(void) { use(std::ifstream("/data/a")); }
        c.html-built
        + void f(char *s) { snprintf(b, 80, "<p>%s</p>", s); }
        - void f(char *s) { snprintf(b, 80, "%s", s); }
        c.html-text
        + void f(char *s) { h = "<p>" + s; }
        - void f(char *s) { h = "a" + s; }
        c.xpath-injection
        + void f(char *s) { xmlXPathEvalExpression("//a[@b='" + s, c); }
        - void f(char *s) { xmlXPathEvalExpression("//a", c); }
        c.weak-hash
        + void f(void) { MD5(d, n, o); }
        - void f(void) { SHA256(d, n, o); }
        c.weak-cipher
        + void f(void) { EVP_EncryptInit_ex(c, EVP_des_cbc(), 0, k, iv); }
        - void f(void) { EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), 0, k, iv); }
        c.crypt
        + void f(char *p) { crypt(p, "ab"); }
        - void f(char *p, char *s) { crypt(p, s); }
        c.short-key
        + void f(void) { RSA_generate_key_ex(r, 1024, e, 0); }
        - void f(void) { RSA_generate_key_ex(r, 3072, e, 0); }
        c.weak-kdf
        + void f(void) { PKCS5_PBKDF2_HMAC(p, n, s, m, 1000, d, 32, o); }
        - void f(void) { PKCS5_PBKDF2_HMAC(p, n, s, m, 600000, d, 32, o); }
        c.fixed-salt
        + void f(void) { PKCS5_PBKDF2_HMAC(p, n, "salt", 4, 600000, d, 32, o); }
        - void f(void) { PKCS5_PBKDF2_HMAC(p, n, s, 4, 600000, d, 32, o); }
        c.weak-random
        + void f(void) { int x = rand(); }
        - void f(void) { getrandom(b, 8, 0); }
        c.temporary-name
        + void f(void) { char *n = tmpnam(0); }
        - void f(void) { int d = mkstemp(t); }
        c.temporary-path
        + void f(void) { fopen("/tmp/a", "w"); }
        - void f(void) { fopen("data/a", "w"); }
        c.permissions
        + void f(void) { chmod("a", 0777); }
        - void f(void) { chmod("a", 0600); }
        c.permissions-by-name
        + void f(void) { chmod("a", S_IRWXU | S_IRWXO); }
        - void f(void) { chmod("a", S_IRWXU); }
        c.umask
        + void f(void) { umask(0); }
        - void f(void) { umask(077); }
        c.check-then-use
        + void f(char *n) { if (access(n, W_OK) == 0) { fopen(n, "w"); } }
        - void f(char *n) { if (access(n, W_OK) == 0) { puts(n); } }
        c.tls-not-verified
        + void f(void) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L); }
        - void f(void) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L); }
        c.tls-verify-none
        + void f(void) { SSL_CTX_set_verify(c, SSL_VERIFY_NONE, 0); }
        - void f(void) { SSL_CTX_set_verify(c, SSL_VERIFY_PEER, 0); }
        c.tls-version
        + void f(void) { SSL_CTX_new(SSLv3_method()); }
        - void f(void) { SSL_CTX_new(TLS_method()); }
        c.xxe
        + void f(void) { xmlReadFile(n, 0, XML_PARSE_NOENT); }
        - void f(void) { xmlReadFile(n, 0, XML_PARSE_NONET); }
        c.xxe-default
        + void f(void) { xmlSubstituteEntitiesDefault(1); }
        - void f(void) { xmlSubstituteEntitiesDefault(0); }
        c.jwt-unverified
        + void f(void) { jwt_decode(&j, t, NULL, 0); }
        - void f(void) { jwt_decode(&j, t, k, n); }
        c.privileges-unchecked
        + void f(void) { setuid(u); }
        - void f(void) { getuid(); }
        c.password-read
        + void f(void) { char *p = getpass("a"); }
        - void f(void) { char *p = readpassphrase("a", b, 8, 0); }
        c.slow-regex
        + void f(void) { auto r = std::regex("^(a+)+$"); }
        - void f(void) { auto r = std::regex("^a+$"); }
        """##)
}
