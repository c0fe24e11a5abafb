import Commands
import Dashboard
import Foundation

// The one place that knows both the commands and the dashboard.
Colophon.main { request in
    var here: StoreData.Here?
    if let root = request.root, let repository = request.identity {
        here = StoreData.Here(root: root, repository: repository)
    }
    let data = StoreData(request.store, here: here, dataVersion: request.dataVersion)
    let details = request.details.map { StoreData($0, here: here, dataVersion: { 0 }) }
    do {
        let end = try Dashboard.open(
            data, details: details, storePath: request.storePath, filter: request.filter,
            repository: request.repository,
            place: request.place, isDemo: request.isDemo, lastVisit: request.lastVisit,
            environment: ProcessInfo.processInfo.environment, theme: request.look.theme.rawValue,
            color: request.look.color.rawValue, catchUp: request.catchUp, follow: request.follow)
        if case .signal(let number) = end { return .signal(number) }
        return .quit
    } catch {
        return .noTerminal("\(error)")
    }
}
