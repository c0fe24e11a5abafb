import Commands
import Dashboard

// The one place that knows both the commands and the dashboard.
Colophon.main { request in
    let data = StoreData(request.store, dataVersion: request.dataVersion)
    do {
        let end = try Dashboard.open(
            data, storePath: request.storePath, filter: request.filter, repository: request.repository,
            isSample: request.isSample, catchUp: request.catchUp)
        if case .signal(let number) = end { return .signal(number) }
        return .quit
    } catch {
        return .noTerminal("\(error)")
    }
}
