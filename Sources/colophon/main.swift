import Commands
import Dashboard
import Foundation

// The one place that knows both the commands and the dashboard.
Colophon.main { request in
    var here: StoreData.Here?
    if let root = request.root, let repository = request.repository {
        here = StoreData.Here(root: root, repository: repository)
    }
    let data = StoreData(request.store, here: here, dataVersion: request.dataVersion)
    do {
        let end = try Dashboard.open(
            data, storePath: request.storePath, filter: request.filter, repository: request.repository,
            isDemo: request.isDemo, lastVisit: request.lastVisit,
            environment: ProcessInfo.processInfo.environment, theme: request.look.theme.rawValue,
            color: request.look.color.rawValue, catchUp: request.catchUp, follow: request.follow)
        if case .signal(let number) = end { return .signal(number) }
        return .quit
    } catch {
        return .noTerminal("\(error)")
    }
}
