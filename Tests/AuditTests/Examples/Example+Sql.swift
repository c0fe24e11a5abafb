extension Example {
    static let sql = read(
        "sql",
        ##"""
        sql.grant-all
        + GRANT ALL PRIVILEGES ON a TO b;
        - GRANT SELECT ON a TO b;
        sql.grant-public
        + GRANT SELECT ON a TO PUBLIC;
        - GRANT SELECT ON a TO b;
        sql.password
        + CREATE USER a IDENTIFIED BY 'hunter2';
        - CREATE USER a IDENTIFIED BY '<password>';
        sql.dynamic
        + EXECUTE 'SELECT a FROM ' || t;
        - EXECUTE 'SELECT a FROM b WHERE c = $1' USING x;
        sql.dynamic-concatenated
        + EXEC('SELECT a FROM b WHERE c = ''' + @c + '''' + @d);
        - SELECT a || 'x' FROM b;
        sql.security-definer
        + CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
        - CREATE FUNCTION f() RETURNS int SECURITY DEFINER⏎SET search_path = a AS 'SELECT 1';
        sql.weak-hash
        + SELECT md5(a) FROM b;
        - SELECT sha256(a) FROM b;
        sql.shell
        + EXEC xp_cmdshell 'dir';
        - EXEC p 'dir';
        sql.copy-program
        + COPY a FROM PROGRAM 'curl x';
        - COPY a FROM STDIN;
        """##)
}
