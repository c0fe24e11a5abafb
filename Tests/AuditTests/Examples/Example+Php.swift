extension Example {
    static let php = read(
        "php",
        ##"""
        php.sql-built
        + <?php $q = "SELECT a FROM b WHERE c = '$n'";
        + <?php $q = "SELECT a FROM b WHERE c = '" . $n . "'";
        - <?php $q = "SELECT a FROM b WHERE c = ?";
        php.sql-injection
        + <?php function f($n) { mysqli_query($db, "SELECT a FROM b WHERE c = '" . $n . "'"); }
        - <?php function f($n) { mysqli_query($db, "SELECT a FROM b"); }
        php.command-injection
        + <?php system("ls " . $_GET['d']);
        - <?php system("ls " . escapeshellarg($_GET['d']));
        php.code-injection
        + <?php eval($_GET['c']);
        - <?php eval("1;");
        php.function-chosen
        + <?php call_user_func($_GET['f']);
        - <?php call_user_func("f");
        php.file-inclusion
        + <?php include $_GET['p'];
        - <?php include "a.php";
        php.path-traversal
        + <?php readfile("data/" . $_GET['f']);
        - <?php readfile("data/" . basename($_GET['f']));
        php.xss
        + <?php echo $_GET['n'];
        - <?php echo htmlspecialchars($_GET['n']);
        php.html-built
        + <?php function f($n) { $h = "<p>" . $n . "</p>"; show($h); }
        - <?php function f($n) { $h = "<p>" . htmlspecialchars($n) . "</p>"; show($h); }
        php.deserialization
        + <?php unserialize($_COOKIE['o']);
        - <?php json_decode($_COOKIE['o']);
        php.ssrf
        + <?php curl_init($_GET['u']);
        - <?php curl_init("https://a.example/");
        php.open-redirect
        + <?php wp_redirect($_GET['n']);
        - <?php wp_redirect("/home");
        php.header-location
        + <?php header("Location: " . $target);
        - <?php header("Location: /home");
        php.weak-hash
        + <?php md5($t);
        - <?php hash('sha256', $t);
        php.weak-hash-by-name
        + <?php hash('md5', $t);
        - <?php hash('sha256', $t);
        php.weak-cipher
        + <?php openssl_encrypt($t, 'des-cbc', $k);
        - <?php openssl_encrypt($t, 'aes-256-gcm', $k);
        php.mcrypt
        + <?php mcrypt_encrypt($c, $k, $t, $m);
        - <?php openssl_encrypt($t, 'aes-256-gcm', $k);
        php.crypt
        + <?php crypt($p);
        - <?php password_hash($p, PASSWORD_DEFAULT);
        php.weak-random
        + <?php $token = mt_rand();
        - <?php $width = mt_rand();
        php.tls-not-verified
        + <?php curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);
        - <?php curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true);
        php.tls-option
        + <?php $o = ['verify_peer' => false];
        - <?php $o = ['verify_peer' => true];
        php.allow-self-signed
        + <?php $o = ['allow_self_signed' => true];
        - <?php $o = ['allow_self_signed' => false];
        php.xxe
        + <?php libxml_disable_entity_loader(false);
        - <?php libxml_disable_entity_loader(true);
        php.xxe-option
        + <?php $d->loadXML($t, LIBXML_NOENT);
        - <?php $d->loadXML($t);
        php.trusted-header
        + <?php $ip = $_SERVER['HTTP_X_FORWARDED_FOR'];
        - <?php $ip = $_SERVER['REMOTE_ADDR'];
        php.mass-assignment
        + <?php extract($_POST);
        - <?php extract($row);
        php.errors-shown
        + <?php ini_set('display_errors', '1');
        - <?php ini_set('display_errors', '0');
        php.phpinfo
        + <?php phpinfo();
        - <?php phpversion();
        php.permissions
        + <?php chmod("a", 0777);
        - <?php chmod("a", 0600);
        php.umask
        + <?php umask(0);
        - <?php umask(0077);
        php.cookie-flags
        + <?php setcookie("a", $b);
        - <?php setcookie("a", $b, ['secure' => true]);
        php.loose-comparison
        + <?php if ($token == $other) { go(); }
        - <?php if (hash_equals($token, $other)) { go(); }
        import.unknown-package
        + <?php⏎use Acme\Made\Up;
        + <?php⏎use function Acme\Made\up;
        - <?php⏎use App\Models\User;⏎use Symfony\Component\HttpKernel\Kernel;
        - <?php⏎use PHPUnit\Framework\TestCase;
        - <?php⏎use DateTime;
        - <?php⏎class A {⏎    use Acme\Made\Up;⏎}
        """##)
}
