extension Example {
    static let go = read(
        "go",
        ##"""
        go.sql-built
        + q := fmt.Sprintf("SELECT a FROM b WHERE c = '%s'", n)
        - q := "SELECT a FROM b WHERE c = $1"
        - q := fmt.Sprintf("SELECT a FROM b WHERE c = %d", n)
        go.sql-injection
        + func f(n string) {⏎	db.Query("SELECT a FROM b WHERE c = '" + n + "'")⏎}
        - func f(n string) {⏎	db.Query("SELECT a FROM b WHERE c = $1", n)⏎}
        go.command-injection
        + func f(d string) {⏎	exec.Command("sh", "-c", "ls " + d)⏎}
        - func f(d string) {⏎	exec.Command("ls", "--", d)⏎}
        go.command-chosen
        + func f(p string) {⏎	exec.Command(p, "a")⏎}
        - func f(p string) {⏎	exec.Command("ls", "a")⏎}
        go.command-argument
        + func f(p string) {⏎	exec.Command("ls", p)⏎}
        - exec.Command("ls", "a")
        go.path-traversal
        + func f(n string) {⏎	os.Open("/data/" + n)⏎}
        - func f(n string) {⏎	os.Open("/data/" + filepath.Base(n))⏎}
        - func f(dir string) {⏎	os.Open(filepath.Join(dir, "a.txt"))⏎}
        go.path-from-outside
        + os.Open(r.FormValue("f"))
        - os.Open("a")
        go.archive-extraction
        + func f(r *zip.Reader) {⏎	for _, f := range r.File {⏎		p := filepath.Join(dst, f.Name)⏎		zip.Copy(p)⏎	}⏎}
        - func f(r *zip.Reader) {⏎	for _, f := range r.File {⏎		p := filepath.Join(dst, f.Name)⏎		if !strings.HasPrefix(p, dst) {⏎			return⏎		}⏎		zip.Copy(p)⏎	}⏎}
        go.ssrf
        + http.Get(r.FormValue("u"))
        - http.Get("https://a.example/")
        go.ssrf-built
        + http.Get("https://" + r.FormValue("h") + "/a")
        - http.Get("https://a.example/" + r.FormValue("p"))
        go.open-redirect
        + http.Redirect(w, r, r.FormValue("n"), 302)
        - http.Redirect(w, r, "/home", 302)
        go.xss
        + import "net/http"⏎func f(w http.ResponseWriter, r *http.Request) {⏎	fmt.Fprintf(w, "hi %s", r.FormValue("n"))⏎}
        - import "net/http"⏎func f(w http.ResponseWriter, r *http.Request) {⏎	fmt.Fprintf(w, "hi %s", html.EscapeString(r.FormValue("n")))⏎}
        go.html-built
        + func f(n string) string {⏎	h := "<p>" + n + "</p>"⏎	return h⏎}
        - func f(n string) string {⏎	h := "<p>" + html.EscapeString(n) + "</p>"⏎	return h⏎}
        go.template-unescaped
        + func f(n string) {⏎	x := template.HTML(n)⏎}
        - x := template.HTML("<b>")
        go.text-template
        + import (⏎	"net/http"⏎	"text/template"⏎)⏎
        - import (⏎	"net/http"⏎	"html/template"⏎)⏎
        go.weak-hash
        + md5.Sum(data)
        - sha256.Sum256(data)
        go.weak-hash-reference
        + h := hmac.New(sha1.New, key)
        - h := hmac.New(sha256.New, key)
        go.weak-cipher
        + c, err := des.NewCipher(key)
        - c, err := aes.NewCipher(key)
        go.fixed-iv
        + s := cipher.NewCTR(b, []byte("1234567890123456"))
        - s := cipher.NewCTR(b, iv)
        go.unfilled-iv
        + func f() {⏎	iv := make([]byte, 16)⏎	s := cipher.NewCTR(b, iv)⏎}
        - func f() {⏎	iv := make([]byte, 16)⏎	rand.Read(iv)⏎	s := cipher.NewCTR(b, iv)⏎}
        go.short-key
        + rsa.GenerateKey(rand.Reader, 1024)
        - rsa.GenerateKey(rand.Reader, 3072)
        go.dsa
        + dsa.GenerateKey(k, rand.Reader)
        - ed25519.GenerateKey(rand.Reader)
        go.weak-random
        + import "math/rand"⏎func f() {⏎	token := rand.Intn(9)⏎}
        - import "crypto/rand"⏎func f() {⏎	token, _ := rand.Int(rand.Reader, max)⏎}
        go.tls-not-verified
        + c := &tls.Config{InsecureSkipVerify: true}
        - c := &tls.Config{InsecureSkipVerify: false}
        go.tls-version
        + c := &tls.Config{MinVersion: tls.VersionTLS10}
        - c := &tls.Config{MinVersion: tls.VersionTLS12}
        go.ssh-host-key
        + c := ssh.InsecureIgnoreHostKey()
        - c := ssh.FixedHostKey(k)
        go.jwt-unverified
        + t, _, err := parser.ParseUnverified(s, c)
        - t, err := parser.Parse(s, k)
        go.jwt-none
        + t := jwt.New(jwt.SigningMethodNone)
        - t := jwt.New(jwt.SigningMethodHS256)
        go.jwt-method
        + func f(s string) {⏎	jwt.Parse(s, func(t *jwt.Token) (interface{}, error) { return key, nil })⏎}
        - func f(s string) {⏎	jwt.Parse(s, func(t *jwt.Token) (interface{}, error) { check(t.Method); return key, nil })⏎}
        go.xpath-injection
        + func f(n string) {⏎	xmlquery.Find(doc, "//a[@b='" + n + "']")⏎}
        - xmlquery.Find(doc, "//a")
        go.header-injection
        + w.Header().Set("X-A", r.FormValue("a"))
        - w.Header().Set("X-A", "b")
        go.log-injection
        + log.Printf("user %s", r.FormValue("u"))
        - log.Printf("user")
        go.permissions
        + os.Chmod("a", 0777)
        - os.Chmod("a", 0600)
        go.temporary-path
        + os.Create("/tmp/a")
        - os.CreateTemp("", "a")
        go.fixed-salt
        + pbkdf2.Key(p, []byte("salt"), 600000, 32, sha256.New)
        - pbkdf2.Key(p, salt, 600000, 32, sha256.New)
        go.weak-kdf
        + pbkdf2.Key(p, salt, 1000, 32, sha256.New)
        - pbkdf2.Key(p, salt, 600000, 32, sha256.New)
        go.integer-narrowed
        + func f(s string) {⏎	n, err := strconv.Atoi(s)⏎	use(int32(n))⏎}
        - func f(s string) {⏎	n, err := strconv.ParseInt(s, 10, 32)⏎	use(int32(n))⏎}
        go.cookie-flags
        + c := http.Cookie{Secure: false}
        - c := http.Cookie{Secure: true}
        go.cors-any-origin
        + w.Header().Set("Access-Control-Allow-Origin", "*")
        - w.Header().Set("Access-Control-Allow-Origin", "https://a.example")
        go.profiling
        + http.HandleFunc("/debug/pprof/", pprof.Index)
        - http.HandleFunc("/", index)
        go.timing-comparison
        + if signature == expected {⏎	go1()⏎}
        - if subtle.ConstantTimeCompare(signature, expected) == 1 {⏎	go1()⏎}
        go.host-part
        + func f(u *url.URL) bool {⏎	return strings.HasSuffix(u.Host, "example.com")⏎}
        - func f(u *url.URL) bool {⏎	return strings.HasSuffix(u.Host, ".example.com")⏎}
        go.short-dsa
        + dsa.GenerateParameters(p, rand.Reader, dsa.L1024N160)
        - dsa.GenerateParameters(p, rand.Reader, dsa.L2048N256)
        import.unknown-package
        + package a⏎⏎import "github.com/gin-gonic/gim"
        + package a⏎⏎import (⏎	"fmt"⏎	x "github.com/made/up"⏎)
        - package a⏎⏎import (⏎	"fmt"⏎	"net/http"⏎	"github.com/gin-gonic/gin/binding"⏎	"example.com/shop/ledger"⏎)
        - package a⏎⏎var b = "github.com/made/up"
        """##)
}
