extension Example {
    static let ruby = read(
        "ruby",
        ##"""
        ruby.sql-built
        + q = "SELECT a FROM b WHERE c = '#{name}'"
        - q = "SELECT a FROM b WHERE c = ?"
        ruby.sql-injection
        + User.where("name = '#{params[:n]}'")
        - User.where("name = ?", params[:n])
        - User.where(name: params[:n])
        ruby.sql-conditions
        + User.find(:all, :conditions => "name = '#{n}'")
        - User.find(:all, :conditions => ["name = ?", n])
        ruby.sql-from-outside
        + User.order(params[:sort])
        - User.order(:name)
        ruby.command-injection
        + def f(d)⏎  system("ls #{d}")⏎end
        + def f(d)⏎  `ls #{d}`⏎end
        - def f(d)⏎  system("ls", d)⏎end
        - def f(d)⏎  system("ls #{Shellwords.escape(d)}")⏎end
        ruby.command-chosen
        + system(params[:c])
        - system("ls")
        ruby.command-open
        + def f(p)⏎  open(p)⏎end
        - def f(p)⏎  File.open(p)⏎end
        ruby.command-from-parts
        + def f(n)⏎  run_ssh("rm #{n}")⏎end
        - def f(n)⏎  run_ssh("rm", n)⏎end
        ruby.command-built
        + cmd = "mount #{d}"
        - title = "mount #{d}"
        ruby.code-injection
        + eval(params[:c])
        - eval("1")
        ruby.method-chosen
        + user.send(params[:m])
        - user.send(:name)
        ruby.constantize
        + params[:c].constantize
        - "User".constantize
        ruby.yaml-load
        + YAML.load(text)
        - YAML.safe_load(text)
        ruby.yaml-load-file
        + YAML.load_file(path)
        - YAML.safe_load_file(path)
        ruby.marshal-load
        + Marshal.load(data)
        - JSON.parse(data)
        ruby.json-load
        + JSON.load(data)
        - JSON.parse(data)
        ruby.yaml-reference
        + serialize :a, coder: YAML
        - serialize :a, coder: JSON
        ruby.xss-marked-safe
        + raw(params[:n])
        - raw("<b>")
        ruby.html-safe
        + "<b>#{params[:n]}</b>".html_safe
        - "<b>".html_safe
        ruby.xss-render
        + render html: params[:n]
        - render plain: params[:n]
        ruby.html-built
        + def f(n)⏎  h = "<p>#{n}</p>"⏎  show(h)⏎end
        - def f(n)⏎  h = "<p>#{CGI.escapeHTML(n)}</p>"⏎  show(h)⏎end
        ruby.path-traversal
        + def f(n)⏎  File.read("/data/#{n}")⏎end
        - def f(n)⏎  File.read("/data/#{File.basename(n)}")⏎end
        ruby.path-from-outside
        + File.read(params[:f])
        - File.read("a")
        ruby.ssrf
        + Net::HTTP.get(params[:u])
        - Net::HTTP.get("https://a.example/")
        ruby.open-redirect
        + redirect_to params[:next]
        - redirect_to root_path
        ruby.mass-assignment
        + User.new(params.permit!)
        - User.new(params.permit(:name))
        ruby.csrf-off
        + skip_before_action :verify_authenticity_token
        - skip_before_action :login
        ruby.weak-hash
        + Digest::MD5.hexdigest(t)
        - Digest::SHA256.hexdigest(t)
        ruby.weak-cipher
        + OpenSSL::Cipher.new("des-cbc")
        - OpenSSL::Cipher.new("aes-256-gcm")
        ruby.short-key
        + OpenSSL::PKey::RSA.new(1024)
        - OpenSSL::PKey::RSA.new(3072)
        ruby.weak-random
        + token = rand(9)
        - x = rand(9)
        ruby.tls-not-verified
        + http.verify_mode = OpenSSL::SSL::VERIFY_NONE
        - http.verify_mode = OpenSSL::SSL::VERIFY_PEER
        ruby.tls-option
        + get(u, verify_ssl: false)
        - get(u, verify_ssl: true)
        ruby.jwt-none
        + JWT.decode(t, nil, false)
        - JWT.decode(t, k, true)
        ruby.regex-anchors
        + validates :a, format: { with: /^a$/ }
        - validates :a, format: { with: /\Aa\z/ }
        ruby.regex-from-outside
        + Regexp.new(params[:p])
        - Regexp.new(Regexp.escape(params[:p]))
        ruby.permissions
        + File.chmod(0777, "a")
        - File.chmod(0600, "a")
        ruby.temporary-path
        + File.open("/tmp/a", "w")
        - File.open("data/a", "w")
        ruby.xxe
        + Nokogiri::XML(t) { |c| c.options = Nokogiri::XML::ParseOptions::NOENT }
        - Nokogiri::XML(t)
        ruby.log-injection
        + Rails.logger.info(params[:u])
        - Rails.logger.info("a")
        ruby.http-auth
        + http_basic_authenticate_with name: "a", password: "hunter2"
        - http_basic_authenticate_with name: "a", password: ENV["P"]
        import.unknown-package
        + require "rackk"
        + require('made_up/client')
        - require "json"⏎require "net/http"
        - require "active_support/all"⏎require "rack/test"
        - require_relative "made_up"
        - begin⏎  require "made_up"⏎rescue LoadError⏎end
        - require "ours"
        - require "./made_up"
        """##)
}
