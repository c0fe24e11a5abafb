import CNcurses

/// How the program's memory is shared out among its threads.
package enum Heap {
    /// Has all threads draw from one, which gives back what is large; to be called before there is a second thread.
    package static func useOne() { cn_use_one_heap() }
}
