extension Failure {
    /// A Go test tells its file without its folder.
    static func set(_ package: String, in failures: inout [Failure], from start: Int) {
        for index in failures.indices.dropFirst(start) {
            for exception in failures[index].exceptions.indices {
                for frame in failures[index].exceptions[exception].frames.indices
                where failures[index].exceptions[exception].frames[frame].module == nil {
                    failures[index].exceptions[exception].frames[frame].module = package
                }
            }
        }
    }
}
