extension Schema {
    /// Version 9: what each answer copied from, as edges of the graph that are found from both ends.
    ///
    /// The runs of `origin` say the same token by token, but from the answer's end alone. They are looked for anew, from the
    /// queue: their bytes cannot be read in SQL.
    ///
    /// And by which rules each piece of context was looked through for hidden instructions: 0 for those of before, NULL where
    /// it was not.
    static let v9 = """
        CREATE TABLE copy (
            generation INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number > 0),
            segment INTEGER REFERENCES segment (id) ON DELETE CASCADE,
            answer INTEGER REFERENCES generation (id) ON DELETE CASCADE,
            edit INTEGER REFERENCES edit (id) ON DELETE CASCADE,
            tokens INTEGER NOT NULL CHECK (tokens > 0),
            PRIMARY KEY (generation, number),
            CHECK ((segment IS NULL) + (answer IS NULL) + (edit IS NULL) = 2)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX copy_segment ON copy (segment, generation) WHERE segment IS NOT NULL;
        CREATE INDEX copy_answer ON copy (answer, generation) WHERE answer IS NOT NULL;
        CREATE INDEX copy_edit ON copy (edit, generation) WHERE edit IS NOT NULL;
        ALTER TABLE segment_trust ADD COLUMN looked INTEGER DEFAULT 0;
        CREATE INDEX segment_trust_looked ON segment_trust (looked) WHERE looked IS NOT NULL;
        INSERT OR IGNORE INTO pending_origin SELECT DISTINCT generation FROM origin WHERE copied > 0;
        """
}
