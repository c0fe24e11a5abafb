import ArgumentParser
import Flows
import Store

/// What `export` writes: a case, and who writes it.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case otlp

    func exporter(of store: Store, _ filter: Filter) -> any Exporter {
        switch self {
        case .otlp: OTLPExporter(store: store, filter: filter)
        }
    }
}
